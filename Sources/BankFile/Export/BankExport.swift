package import AnswerKey
import AtomicFile
package import ExamModel
package import Foundation

/// Writes items so that other systems, and this one, read them.
package enum BankExport {
    package enum Format: String, CaseIterable, Sendable {
        case xlsx
        /// The ministry's layout.
        case txt
        case gift
        case moodleXML = "moodle-xml"
        /// A package of QTI 3.0 items.
        case qti

        /// Of the files, without a point.
        package var fileExtension: String {
            switch self {
            case .xlsx: "xlsx"
            case .txt: "txt"
            case .gift: "gift"
            case .moodleXML: "xml"
            case .qti: "zip"
            }
        }

        /// The format that a file's name asks for.
        package init?(fileExtension: String) {
            guard let format = Self.allCases.first(where: { $0.fileExtension == fileExtension.lowercased() }) else {
                return nil
            }
            self = format
        }
    }

    /// Writes `items` to `url`, after reading them back: what is imported again is the same bank, or nothing is written.
    ///
    /// Refuses: NOT_EXPORTABLE with one finding an item that this format cannot hold (a stem that itself contains a line
    /// “答案：” in the text layout, …), and what AtomicFile refuses.
    package static func write(_ items: [DraftItem], as format: Format, to url: URL) throws(Refusal) {
        try AtomicFile.write(data(items, as: format), to: url, permissions: 0o600)
    }

    /// The bytes that ``write(_:as:to:)`` writes: the same for the same items.
    package static func data(_ items: [DraftItem], as format: Format) throws(Refusal) -> Data {
        let data = try unchecked(items, as: format)
        try check(items, against: data, format)
        return data
    }

    private static func unchecked(_ items: [DraftItem], as format: Format) throws(Refusal) -> Data {
        switch format {
        case .xlsx: try WorkbookExport.data(items)
        case .txt: Data(MinistryText.text(items).utf8)
        case .gift: Data(GIFTExport.text(items).utf8)
        case .moodleXML: Data(MoodleXMLExport.text(items).utf8)
        case .qti: try QTIExport.data(items)
        }
    }

    private static func check(_ items: [DraftItem], against data: Data, _ format: Format) throws(Refusal) {
        guard !items.isEmpty else { return }
        let read: Set<DraftItem>
        do {
            read = Set(try BankFile.read(data, name: "export." + format.fileExtension).items.map(\.draft))
        } catch {
            read = []
        }
        let lost = items.filter { !read.contains($0) }
        guard lost.isEmpty else {
            throw Refusal(
                lost.map { item in
                    Finding(
                        .error, .notExportable, at: Place(),
                        Bilingual(
                            "“\(item.stem.prefix(30))……”在 .\(format.fileExtension) 格式里无法原样保存；没有写出文件，请改用 .xlsx 或 QTI。",
                            "\"\(item.stem.prefix(30))…\" does not survive .\(format.fileExtension); nothing was written, "
                                + "use .xlsx or QTI."))
                })
        }
    }
}
