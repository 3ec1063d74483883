package import ExamModel
import Foundation
import Synchronization

/// What certificates are judged by: the exam's authority, and which of its certificates it has revoked.
package struct Trust: Sendable {
    package let authority: Certificate
    /// Nil when the authority has never revoked anything.
    package let revocations: RevocationList?
    private let issued = IssuedCertificates()

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

    /// Remembers a certificate whose chain to the authority holds while `validity` lasts: thousands of lines and answer
    /// files are signed by few.
    func remember(_ certificate: Certificate, during validity: Validity) {
        issued.certificates.withLock { $0[certificate] = validity }
    }

    /// Whether the chain is known to hold at `date`.
    func knows(_ certificate: Certificate, at date: Date) -> Bool {
        guard let validity = issued.certificates.withLock({ $0[certificate] }) else { return false }
        return validity.from <= date && date < validity.until
    }

    private final class IssuedCertificates: Sendable {
        let certificates = Mutex<[Certificate: Validity]>([:])
    }
}

extension Trust: Hashable {
    package static func == (left: Trust, right: Trust) -> Bool {
        left.authority == right.authority && left.revocations == right.revocations
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(authority)
        hasher.combine(revocations)
    }
}
