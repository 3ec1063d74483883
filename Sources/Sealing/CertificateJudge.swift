package import ExamModel
package import Foundation
import Synchronization

/// Judges certificates as ``Certificate/verify(trusting:as:at:)`` does, and remembers those whose chain holds: a ledger
/// of many lines is signed by few. What depends on the date is looked at every time.
package final class CertificateJudge: Sendable {
    private struct Known: Sendable {
        let purpose: Purpose
        let validity: Validity
    }

    private let trust: Trust
    private let known = Mutex<[Certificate: Known]>([:])

    package init(trusting trust: Trust) {
        self.trust = trust
    }

    /// Refuses what ``Certificate/verify(trusting:as:at:)`` refuses.
    package func judge(_ certificate: Certificate, as purpose: Purpose, at date: Date) throws(Refusal) {
        if let found = known.withLock({ $0[certificate] }), found.purpose == purpose,
            found.validity.from <= date, date <= found.validity.until,
            trust.revocations?.revocation(of: certificate) == nil
        {
            return
        }
        try certificate.verify(trusting: trust, as: purpose, at: date)
        let (own, root) = (try certificate.validity(), try trust.authority.validity())
        let common = Validity(from: max(own.from, root.from), until: min(own.until, root.until))
        known.withLock { $0[certificate] = Known(purpose: purpose, validity: common) }
    }
}
