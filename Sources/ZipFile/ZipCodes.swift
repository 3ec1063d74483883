package import ExamModel

extension FindingCode {
    /// Not a zip archive, or cut off, or with wrong checksums.
    package static let archiveDamaged: FindingCode = "ARCHIVE_DAMAGED"
    package static let archiveTooLarge: FindingCode = "ARCHIVE_TOO_LARGE"
    package static let archiveEncrypted: FindingCode = "ARCHIVE_ENCRYPTED"
    /// An absolute path, `..`, or a name that stands twice.
    package static let archiveNameRefused: FindingCode = "ARCHIVE_NAME_REFUSED"
}
