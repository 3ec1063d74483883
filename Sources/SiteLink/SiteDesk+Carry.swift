import AtomicFile
import ExamModel
import ExamSeat
import Foundation
import Sealing
import SiteProtocol
import Sitting
import Synchronization

/// Answers that cannot be delivered are sealed beside their journal, to be carried by hand.
extension SiteDesk {
    /// Writes the journal of a sitting that has ended, once. Nil when there is nothing to say about it.
    func carry(_ seat: ExamSeat, at reading: ClockReading) -> Delivery? {
        guard seat.sitting.state.hasEnded, seat.sitting.isSaved, let link else { return nil }
        let head = seat.sitting.journalHead
        let (carried, pem, trust) = state.withLock { ($0.carried, $0.machine?.certificate, $0.connection?.trust) }
        guard carried != head, let pem, let trust else { return nil }
        do throws(Refusal) {
            let site = try Certificate(pem: Data(pem.utf8))
            try site.verify(trusting: trust.trust, as: .site, at: trust.now())
            let journal = try AtomicFile.read(link.journal.url, limit: SealedJournal.mostBytes)
            let sealed = try SealedJournal.seal(journal, by: trust.terminal, to: site, at: reading.date)
            let file = link.journal.url.deletingPathExtension().appendingPathExtension(SealedJournal.fileExtension)
            try AtomicFile.write(sealed, to: file)
            state.withLock { $0.carried = head }
            return nil
        } catch {
            return error.findings.first.map { .refused($0.message) }
        }
    }
}
