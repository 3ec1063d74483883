package import ExamModel

extension FindingCode {
    /// The file cannot be read or written.
    package static let fileUnreadable: FindingCode = "FILE_UNREADABLE"
    package static let fileTooLarge: FindingCode = "FILE_TOO_LARGE"
    package static let fileUnwritable: FindingCode = "FILE_UNWRITABLE"
    /// Not a zip archive, or cut off, or with wrong checksums.
    package static let archiveDamaged: FindingCode = "ARCHIVE_DAMAGED"
    package static let archiveTooLarge: FindingCode = "ARCHIVE_TOO_LARGE"
    package static let archiveEncrypted: FindingCode = "ARCHIVE_ENCRYPTED"
    /// An absolute path, `..`, or a name that stands twice.
    package static let archiveNameRefused: FindingCode = "ARCHIVE_NAME_REFUSED"
}
