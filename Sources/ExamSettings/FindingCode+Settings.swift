package import ExamModel

extension FindingCode {
    package static let badYAML: FindingCode = "BAD_YAML"
    /// A key that means nothing here, most often a misprint.
    package static let unknownKey: FindingCode = "UNKNOWN_KEY"
    package static let missingKey: FindingCode = "MISSING_SETTING"
    /// A value of the wrong kind or outside its range.
    package static let badValue: FindingCode = "BAD_VALUE"
    package static let noSuchDate: FindingCode = "NO_SUCH_DATE"
    /// Shares or marks that do not add up to what the file says.
    package static let wrongSum: FindingCode = "WRONG_SUM"
}
