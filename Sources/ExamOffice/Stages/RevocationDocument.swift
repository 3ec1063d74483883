import ExamModel
import Foundation
import Sealing

/// A certificate that was taken back: the document of `keys revoke --json`, and what the ledger notes of it.
struct RevocationDocument: Encodable {
    /// The note under which the ledger keeps the number of the newest list.
    static let listNote = "revocationList"

    let holder: String
    /// SHA-256 of the certificate.
    let certificate: String
    let reason: String
    let since: String
    /// The list's number.
    let list: Int

    init(_ holder: Holder, _ certificate: Certificate, _ revocation: Revocation, in list: RevocationList) {
        self.holder = holder.name
        self.certificate = certificate.fingerprint.description
        reason = revocation.reason.word
        since = revocation.date.ISO8601Format()
        self.list = list.number
    }

    var note: [String: String] {
        [
            "holder": holder, "revokedCertificate": certificate, "reason": reason, "since": since,
            Self.listNote: String(list),
        ]
    }
}
