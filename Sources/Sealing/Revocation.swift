import COpenSSL
package import ExamModel
package import Foundation

/// That a certificate was taken back: what is signed from `date` on does not count.
package struct Revocation: Hashable, Sendable {
    /// Why (RFC 5280, 5.3.1), as far as an exam knows reasons. The raw value is the standard's number.
    package enum Reason: Int, Sendable, CaseIterable {
        case unspecified = 0
        case keyCompromise = 1
        case affiliationChanged = 3
        case superseded = 4
        case cessationOfOperation = 5

        /// As the standard and `openssl ca -crl_reason` spell it.
        package var word: String {
            switch self {
            case .unspecified: "unspecified"
            case .keyCompromise: "keyCompromise"
            case .affiliationChanged: "affiliationChanged"
            case .superseded: "superseded"
            case .cessationOfOperation: "cessationOfOperation"
            }
        }

        package var name: Bilingual {
            switch self {
            case .unspecified: Bilingual("未说明原因", "no reason given")
            case .keyCompromise: Bilingual("私钥泄露或丢失", "the key was lost or disclosed")
            case .affiliationChanged: Bilingual("责任人变动", "somebody else is responsible now")
            case .superseded: Bilingual("已换发", "superseded")
            case .cessationOfOperation: Bilingual("不再使用", "no longer in use")
            }
        }
    }

    /// Included; in whole seconds. Where the key was in other hands before it was revoked, since when it was (RFC 5280,
    /// 5.3.2: invalidity date).
    package let date: Date
    package let reason: Reason

    package init(date: Date, reason: Reason) {
        self.date = date
        self.reason = reason
    }

    /// Reads an entry of a list. One whose date cannot be read counts from the beginning of time.
    init(entry: OpaquePointer) {
        let revoked = Certificate.date(X509_REVOKED_get0_revocationDate(entry)) ?? .distantPast
        date = Swift.min(revoked, Self.invalidityDate(of: entry) ?? revoked)
        reason = Self.reason(of: entry)
    }

    private static func invalidityDate(of entry: OpaquePointer) -> Date? {
        guard let value = X509_REVOKED_get_ext_d2i(entry, NID_invalidity_date, nil, nil) else { return nil }
        let time = value.assumingMemoryBound(to: ASN1_TIME.self)
        defer { ASN1_STRING_free(time) }
        return Certificate.date(time)
    }

    private static func reason(of entry: OpaquePointer) -> Reason {
        guard let value = X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, nil, nil) else { return .unspecified }
        let number = value.assumingMemoryBound(to: ASN1_ENUMERATED.self)
        defer { ASN1_STRING_free(number) }
        return Reason(rawValue: ASN1_ENUMERATED_get(number)) ?? .unspecified
    }
}
