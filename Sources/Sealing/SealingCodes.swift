package import ExamModel

extension FindingCode {
    /// Not a certificate, or not one of ours.
    package static let certificateUnreadable: FindingCode = "CERTIFICATE_UNREADABLE"
    /// Not issued by the authority that is trusted here.
    package static let certificateUntrusted: FindingCode = "CERTIFICATE_UNTRUSTED"
    /// After the end of its validity.
    package static let certificateExpired: FindingCode = "CERTIFICATE_EXPIRED"
    package static let certificateNotYetValid: FindingCode = "CERTIFICATE_NOT_YET_VALID"
    /// Taken back by the authority that issued it.
    package static let certificateRevoked: FindingCode = "CERTIFICATE_REVOKED"
    package static let revocationsUnreadable: FindingCode = "REVOCATIONS_UNREADABLE"
    package static let alreadyRevoked: FindingCode = "ALREADY_REVOKED"
    /// A revocation list of somebody else.
    package static let revocationsUntrusted: FindingCode = "REVOCATIONS_UNTRUSTED"
    /// Issued by the right authority, but to another role.
    package static let certificateWrongPurpose: FindingCode = "CERTIFICATE_WRONG_PURPOSE"
    package static let certificateMissing: FindingCode = "CERTIFICATE_MISSING"
    package static let keyMissing: FindingCode = "KEY_MISSING"
    /// A private key without a passphrase.
    package static let keyUnprotected: FindingCode = "KEY_UNPROTECTED"
    /// A kind of key that seals are not made with.
    package static let keyKindRefused: FindingCode = "KEY_KIND_REFUSED"
    package static let passphraseNeeded: FindingCode = "PASSPHRASE_NEEDED"
    package static let wrongPassphrase: FindingCode = "WRONG_PASSPHRASE"
    /// Too short, too long, or like a remark.
    package static let passphraseRefused: FindingCode = "PASSPHRASE_REFUSED"
    package static let secretUnreadable: FindingCode = "SECRET_UNREADABLE"
    package static let keyUnreadable: FindingCode = "KEY_UNREADABLE"
    /// A private key that does not belong to the certificate beside it.
    package static let keyMismatch: FindingCode = "KEY_MISMATCH"
    /// Encrypted to somebody else.
    package static let wrongKey: FindingCode = "WRONG_KEY"
    /// Encrypted to this key, and changed afterwards.
    package static let sealBroken: FindingCode = "SEAL_BROKEN"
    package static let sealTruncated: FindingCode = "SEAL_TRUNCATED"
    package static let sealTrailingBytes: FindingCode = "SEAL_TRAILING_BYTES"
    /// Not the kind of CMS message that is expected.
    package static let sealUnreadable: FindingCode = "SEAL_UNREADABLE"
    /// The message says the right thing in other bytes than it was made of.
    package static let sealNotExact: FindingCode = "SEAL_NOT_EXACT"
    /// The signature and the content do not belong together.
    package static let signatureInvalid: FindingCode = "SIGNATURE_INVALID"
    package static let timestampUnreadable: FindingCode = "TIMESTAMP_UNREADABLE"
    /// The authority said no, or could not be reached.
    package static let timestampRefused: FindingCode = "TIMESTAMP_REFUSED"
    /// Of an authority that is not trusted here, or changed.
    package static let timestampUntrusted: FindingCode = "TIMESTAMP_UNTRUSTED"
    /// OpenSSL cannot do what is asked of it.
    package static let cryptographyFailed: FindingCode = "CRYPTOGRAPHY_FAILED"
}
