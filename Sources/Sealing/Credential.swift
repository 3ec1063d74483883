import COpenSSL
package import ExamModel
import Foundation

/// A certificate together with its private key: what somebody needs to act in a role.
package struct Credential: Sendable {
    package let certificate: Certificate
    package let privateKey: PrivateKey
    package let purpose: Purpose

    /// Refuses: KEY_MISMATCH, CERTIFICATE_UNREADABLE (no role in the subject).
    package init(certificate: Certificate, privateKey: PrivateKey) throws(Refusal) {
        ErrorQueue.clear()
        guard X509_check_private_key(certificate.handle.pointer, privateKey.handle.pointer) == 1 else {
            throw .openSSL(
                .keyMismatch, "私钥与证书“\(certificate.subject)”不是一对，请检查文件是否放错。",
                "The private key does not belong to the certificate \"\(certificate.subject)\"; check the files.")
        }
        guard let purpose = certificate.purpose else {
            throw Refusal(
                .certificateUnreadable, "证书“\(certificate.subject)”没有写明角色（OU）。",
                "The certificate \"\(certificate.subject)\" names no role (OU).")
        }
        self.certificate = certificate
        self.privateKey = privateKey
        self.purpose = purpose
    }
}
