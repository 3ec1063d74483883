package import ExamModel
package import Foundation

extension CertificateAuthority {
    /// The revocation list that names `certificate` beside what `previous` names.
    ///
    /// A date before `date` stands in the list as the invalidity date (RFC 5280, 5.3.2): since when the key is not
    /// believed any more. Refuses: CERTIFICATE_UNTRUSTED (another authority's), ALREADY_REVOKED, REVOCATIONS_UNTRUSTED.
    package func revoke(
        _ certificate: Certificate, _ revocation: Revocation, after previous: RevocationList?, at date: Date
    ) throws(Refusal) -> RevocationList {
        guard certificate.isIssued(by: credential.certificate) else {
            throw Refusal(
                .certificateUntrusted, "证书“\(certificate.subject)”不是本场考试的证书机构签发的，不能由它吊销。",
                "The certificate \"\(certificate.subject)\" was not issued by this exam's authority, which cannot revoke it."
            )
        }
        try previous?.verify(issuedBy: credential.certificate)
        if let known = previous?.revocation(of: certificate) {
            throw Self.alreadyRevoked(certificate, known)
        }
        let draft = RevocationDraft(certificate: certificate, revocation: revocation, date: date)
        return try draft.signed(by: credential, after: previous)
    }

    package static func alreadyRevoked(_ certificate: Certificate, _ known: Revocation) -> Refusal {
        Refusal(
            .alreadyRevoked,
            "证书“\(certificate.subject)”自 \(known.date.ISO8601Format()) 起已吊销（\(known.reason.name.chinese)）。",
            "The certificate \"\(certificate.subject)\" is revoked since \(known.date.ISO8601Format()) already.")
    }
}
