import AtomicFile
package import ExamModel
package import Foundation

/// The text of a file, decoded: UTF-8 with or without a byte order mark, UTF-16, or GB18030.
package struct TextFile: Hashable, Sendable {
    /// Without its folder.
    package let name: String
    /// `utf-8`, `utf-16le`, `utf-16be` or `gb18030`: how the file was written.
    package let encoding: String
    /// Well-formed UTF-8 without a byte order mark; line ends as in the file.
    package let bytes: [UInt8]

    /// Refuses: FILE_UNREADABLE, FILE_TOO_LARGE (64 MiB), BAD_ENCODING, CONTENT_MISMATCH.
    package static func read(_ url: URL) throws(Refusal) -> TextFile {
        try TextFile(name: url.lastPathComponent, bytes: AtomicFile.bytes(of: url, limit: TableLimits.fileBytes))
    }

    package init(name: String, data: Data) throws(Refusal) {
        try self.init(name: name, bytes: [UInt8](data))
    }

    private init(name: String, bytes: [UInt8]) throws(Refusal) {
        self.name = name
        if let kind = FileSignature(bytes) { throw kind.mismatch(file: name) }
        (encoding, self.bytes) = try TextDecoding.decode(bytes, file: name)
    }
}
