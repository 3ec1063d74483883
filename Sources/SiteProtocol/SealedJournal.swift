package import ExamModel
package import Foundation
package import Sealing

/// A journal that is carried by hand (`.kcl`), because its terminal was cut off: CMS SignedData by the terminal, inside an
/// envelope to the site.
package enum SealedJournal {
    package static let fileExtension = "kcl"
    package static let mostBytes = 64 << 20

    package static func seal(
        _ journal: Data, by terminal: Credential, to site: Certificate, at date: Date
    ) throws(Refusal) -> Data {
        try Envelope.encrypt(Signature.signAttached(journal, by: terminal, at: date), to: site)
    }

    /// The journal's bytes. Refuses what ``Envelope`` and ``Signature`` refuse.
    package static func open(
        _ bytes: Data, with site: Credential, trusting trust: Trust, at date: Date
    ) throws(Refusal) -> Data {
        try Signature.open(
            Envelope.decrypt(bytes, with: site), trusting: trust, signedBy: .terminal, at: date)
    }
}
