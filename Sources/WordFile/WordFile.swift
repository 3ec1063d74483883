import AtomicFile
package import ExamModel
package import Foundation
import TableFile

/// Reads documents: .docx, and the HTML and MHT files that browsers and other systems write.
package enum WordFile {
    /// Largest file in bytes.
    private static let limit = 64 << 20

    /// The kind of file is told by its content, whatever its name: files called .doc are often one of these.
    ///
    /// Refuses: UNSUPPORTED_FORMAT (a true .doc among them), DOCUMENT_DAMAGED, DOCUMENT_TOO_LARGE, CONTENT_MISMATCH,
    /// BAD_ENCODING, XML_ENTITY_REFUSED and what AtomicFile and ZipArchive refuse.
    package static func read(_ url: URL) throws(Refusal) -> WordDocument {
        try read(AtomicFile.read(url, limit: limit), name: url.lastPathComponent)
    }

    /// The same for the bytes of a file called `file`.
    package static func read(_ data: Data, name file: String) throws(Refusal) -> WordDocument {
        let place = Place(file: file)
        if data.starts(with: [0x50, 0x4B]) {
            return WordDocument(file: file, format: .docx, blocks: try WordArchiveReader(data, at: place).blocks())
        }
        if data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw legacy(at: place) }
        if let html = WebArchive.html(in: data) {
            let blocks = try HTMLBodyReader.blocks(of: html, at: place)
            return WordDocument(file: file, format: .mht, blocks: blocks)
        }
        let text = try TextFile(name: file, data: data)
        guard HTMLTable.isHTML(text.bytes) else { throw legacy(at: place) }
        let blocks = try HTMLBodyReader.blocks(of: text.bytes, at: place)
        return WordDocument(file: file, format: .html, blocks: blocks)
    }

    private static func legacy(at place: Place) -> Refusal {
        Refusal(
            .unsupportedFormat, at: place,
            "旧版 Word 文档（.doc、.wps、.rtf 或加了密码的文档）不能直接读取：请用 Word 或 WPS 打开，另存为“Word 文档 (.docx)”（不设密码）后再导入。",
            "Old Word documents (.doc, .wps, .rtf, or protected by a password) are not read: open the document and save it "
                + "as .docx without a password.")
    }
}
