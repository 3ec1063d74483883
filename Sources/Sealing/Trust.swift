package import ExamModel
import Foundation

/// What certificates are judged by: the exam's authority, and which of its certificates it has revoked.
package struct Trust: Hashable, Sendable {
    package let authority: Certificate
    /// Nil when the authority has never revoked anything.
    package let revocations: RevocationList?

    /// Trusts an authority that has revoked nothing.
    package init(_ authority: Certificate) {
        self.authority = authority
        revocations = nil
    }

    /// Refuses a list that `authority` did not sign: REVOCATIONS_UNTRUSTED.
    package init(_ authority: Certificate, revocations: RevocationList) throws(Refusal) {
        try revocations.verify(issuedBy: authority)
        self.authority = authority
        self.revocations = revocations
    }
}
