package import ExamModel
package import Foundation
import Synchronization

/// Checks many detached signatures by few signers, such as those of a ledger. The first of each signer is checked as
/// ``Signature/unjudgedSigner(of:over:)`` does; later ones are held against it, which costs little more than the arithmetic
/// of the curve. What does not fit is checked in full again, and refused by that.
package final class SignatureSeries: Sendable {
    /// By the length of the message.
    private let templates = Mutex<[Int: [SignatureTemplate]]>([:])
    /// More signers than an exam has, renewed keys included: a hostile ledger gains no memory by further ones.
    private static let limit = 64

    package init() {}

    /// The signer's certificate, to be judged. Refuses what ``Signature/unjudgedSigner(of:over:)`` refuses.
    package func signer(of signature: Data, over data: Data) throws(Refusal) -> Certificate {
        let known = templates.withLock { $0[signature.count] } ?? []
        let digest = Digest(of: data)
        if let template = known.first(where: { $0.verifies(signature, over: digest) }) { return template.signer }
        let signer = try Signature.unjudgedSigner(of: signature, over: data)
        if let template = SignatureTemplate(signature, by: signer), !known.contains(where: { $0.signer == signer }) {
            templates.withLock { templates in
                guard templates[signature.count, default: []].count < Self.limit else { return }
                templates[signature.count, default: []].append(template)
            }
        }
        return signer
    }
}
