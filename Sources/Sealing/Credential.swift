import AtomicFile
import COpenSSL
package import ExamModel
package import Foundation

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

extension Credential {
    /// `<purpose>.pem`
    package static func certificateName(of purpose: Purpose) -> String { "\(purpose.rawValue).pem" }

    /// `<purpose>.key`
    package static func keyName(of purpose: Purpose) -> String { "\(purpose.rawValue).key" }

    /// Reads `<purpose>.pem` and `<purpose>.key` of `folder`.
    package init(_ purpose: Purpose, in folder: URL) throws(Refusal) {
        try self.init(
            certificate: Certificate(contentsOf: folder.appending(path: Self.certificateName(of: purpose))),
            privateKey: PrivateKey(contentsOf: folder.appending(path: Self.keyName(of: purpose))))
        guard self.purpose == purpose else {
            throw Refusal(
                .certificateWrongPurpose, at: Place(file: Self.certificateName(of: purpose)),
                "证书“\(certificate.subject)”不是\(purpose.name.chinese)的证书，请检查文件是否放错。",
                "The certificate \"\(certificate.subject)\" is not that of the \(purpose.name.english); check the files."
            )
        }
    }

    /// Writes `<purpose>.pem`, and `<purpose>.key` for its owner only.
    package func write(to folder: URL) throws(Refusal) {
        try privateKey.write(to: folder.appending(path: Self.keyName(of: purpose)))
        try AtomicFile.write(certificate.pem(), to: folder.appending(path: Self.certificateName(of: purpose)))
    }
}
