package import ExamModel

extension FindingCode {
    /// No reader for this kind of file; the message names the way out.
    package static let unsupportedFormat: FindingCode = "UNSUPPORTED_FORMAT"
    /// The content is not what the extension promises.
    package static let contentMismatch: FindingCode = "CONTENT_MISMATCH"
    /// Neither UTF-8, UTF-16 with a mark, nor GB18030; or damaged.
    package static let badEncoding: FindingCode = "BAD_ENCODING"
    package static let quoteNotClosed: FindingCode = "QUOTE_NOT_CLOSED"
    package static let cellTooLong: FindingCode = "CELL_TOO_LONG"
    package static let tableTooLarge: FindingCode = "TABLE_TOO_LARGE"
    /// A workbook's part is missing or breaks the rules of the format.
    package static let workbookDamaged: FindingCode = "WORKBOOK_DAMAGED"
    package static let sharedStringMissing: FindingCode = "SHARED_STRING_MISSING"
}
