package import ExamModel
import Foundation

/// The root of trust of one exam: issues a certificate to every role.
package struct CertificateAuthority: Sendable {
    package let credential: Credential

    /// Takes up the work of an authority made earlier.
    package init(_ credential: Credential) throws(Refusal) {
        guard credential.certificate.isAuthority else {
            throw Refusal(
                .certificateWrongPurpose, "证书“\(credential.certificate.subject)”不是考试证书机构的证书。",
                "The certificate \"\(credential.certificate.subject)\" is not that of an exam authority.")
        }
        self.credential = credential
    }

    package static func make(
        exam: ExamID, title: String, validity: Validity
    ) throws(Refusal) -> CertificateAuthority {
        let draft = CertificateDraft(
            subject: DistinguishedName(exam: exam, title: title, holder: Holder(.authority)), validity: validity)
        return try CertificateAuthority(draft.signed(by: nil))
    }

    /// A certificate for `key`, or for a new one. `holder` is anybody but the authority itself; `hosts` is where a site's
    /// server answers.
    package func issue(
        _ holder: Holder, exam: ExamID, title: String, validity: Validity, for key: PrivateKey? = nil,
        hosts: [HostName] = []
    ) throws(Refusal) -> Credential {
        guard holder.purpose != .authority else {
            throw Refusal(
                .certificateWrongPurpose, "考试证书机构只签发各角色的证书，不签发下级机构。",
                "An exam authority issues certificates to roles, not to further authorities.")
        }
        let draft = CertificateDraft(
            subject: DistinguishedName(exam: exam, title: title, holder: holder), validity: validity,
            hosts: holder.purpose == .site ? hosts : [])
        return try draft.signed(by: credential, for: key)
    }
}
