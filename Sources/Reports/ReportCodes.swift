package import ExamModel

extension FindingCode {
    /// The workbook library refused something, or its file could not be written.
    package static let workbookFailed: FindingCode = "WORKBOOK_FAILED"
}
