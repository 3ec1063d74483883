import ExamModel

/// Kinds of file that show themselves in their first bytes.
enum FileSignature: CaseIterable {
    case zip, compound, pdf

    private var magic: [UInt8] {
        switch self {
        case .zip: [0x50, 0x4B, 0x03, 0x04]
        case .compound: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        case .pdf: Array("%PDF-".utf8)
        }
    }

    init?(_ data: some Sequence<UInt8>) {
        guard let kind = Self.allCases.first(where: { data.starts(with: $0.magic) }) else { return nil }
        self = kind
    }

    func mismatch(file: String) -> Refusal {
        let (chinese, english) =
            switch self {
            case .zip: ("实际是 .xlsx 或 .docx 等压缩格式", "is really an .xlsx, .docx or other zip file")
            case .compound: ("实际是旧版 Office 文件或带密码的工作簿", "is really an old Office file or a workbook with a password")
            case .pdf: ("实际是 PDF", "is really a PDF")
            }
        return Refusal(
            .contentMismatch, at: Place(file: file),
            "文件内容与扩展名不符：\(chinese)，请用原软件打开后另存为 .xlsx 或 UTF-8 文本（不设密码）。",
            "The file \(english); open it and save it as .xlsx or UTF-8 text, without a password.")
    }
}
