package import ExamModel

extension FindingCode {
    /// Not a zip archive made by this format's writer, byte for byte.
    package static let packageNotExact: FindingCode = "PACKAGE_NOT_EXACT"
    /// A file of another kind.
    package static let formatUnknown: FindingCode = "FORMAT_UNKNOWN"
    /// Made by a newer software, or with algorithms that this one does not know.
    package static let versionUnknown: FindingCode = "VERSION_UNKNOWN"
    package static let partMissing: FindingCode = "PART_MISSING"
    package static let partUnexpected: FindingCode = "PART_UNEXPECTED"
    /// A part is not what the manifest says.
    package static let partChanged: FindingCode = "PART_CHANGED"
    /// Parts that are whole, but contradict one another.
    package static let packageInconsistent: FindingCode = "PACKAGE_INCONSISTENT"
    /// An id that cannot be the name of a part.
    package static let formNameRefused: FindingCode = "FORM_NAME_REFUSED"
    /// A release or answers that belong to another paper.
    package static let wrongPaper: FindingCode = "WRONG_PAPER"
    /// A form that is to be replaced by one that is not there.
    package static let formReplacement: FindingCode = "FORM_REPLACEMENT"
    package static let sessionChanged: FindingCode = "SESSION_CHANGED"
    package static let releaseTooEarly: FindingCode = "RELEASE_TOO_EARLY"
}
