import ExamModel
import Foundation
import Sealing
import SiteProtocol
import Sitting

/// What is on the disk, and what becomes of the rest when the disk refuses.
extension Hall {
    /// Returns when `write` is on the disk.
    func save(_ write: SiteWrite) async throws(SiteFault) {
        let epoch = epoch
        let result: Result<Void, any Error> = await withCheckedContinuation { continuation in
            queue.save(write, epoch: epoch) { continuation.resume(returning: $0) }
        }
        switch result {
        case .success: diskFault = nil
        case .failure(let error):
            takeBack(epoch, error)
            throw SiteFault(
                .notSaved, "考点服务器的磁盘写不进去，请稍候重试，并报告监考员",
                "the site's disk refuses to write; try again and tell the invigilator")
        }
    }

    /// Saves lines that were taken in, from the number `from` on.
    func save(_ lines: [JournalLines.Line], of ticket: TicketNumber, from: Int) async throws(SiteFault) {
        tails[ticket, default: JournalTail(from: from)].append(lines)
        let end = from + lines.count
        try await save(SiteWrite(lines: .init(ticket: ticket, from: from, lines: lines.map(\.bytes))))
        tails[ticket]?.confirm(to: end)
        // A sitting that is kept twice is copied when it next changes: so it is kept only now and then.
        if let tail = tails[ticket], tail.isLong, let sitting = record.sittings[ticket],
            tail.confirmed == sitting.digests.count
        {
            saved.change(ticket) { $0.takeJournal(of: sitting) }
            tails[ticket] = nil
        }
    }

    /// How much the disk holds.
    var mark: SiteMark {
        SiteMark(
            events: saved.events,
            lines: saved.sittings.reduce(0) { $0 + (tails[$1.key]?.confirmed ?? $1.value.digests.count) })
    }

    /// Forgets everything that is not on the disk.
    private func takeBack(_ failed: Int, _ error: any Error) {
        diskFault = "\(error)"
        if failed == epoch {
            epoch += 1
            settle()
            record = saved
            unsavedEvents = []
        }
        changed()
    }

    /// Brings `saved` up to what the disk holds: also what was saved a moment ago by somebody who does not know it yet.
    private func settle() {
        for bytes in (try? store.events(after: saved.events)) ?? [] {
            guard let event = try? JSONDecoder().decode(SiteEvent.self, from: bytes) else { break }
            saved.apply(event, digest: Digest(of: bytes))
        }
        for (ticket, tail) in tails {
            guard var sitting = saved.sittings[ticket], let form = try? form(of: sitting) else { continue }
            let found = try? store.lines(of: ticket, from: sitting.digests.count)
            let lines = found.flatMap { try? JournalLines($0, from: sitting.digests.count).lines }
            sitting.replay(lines ?? tail.saved, rules: rules, form: form)
            saved.restore(sitting)
        }
        tails = [:]
    }
}

/// Lines of a journal after those that ``Hall/saved`` holds, oldest first.
struct JournalTail: Sendable {
    private static let longest = 32

    private let first: Int
    private var lines: [JournalLines.Line] = []
    /// How many lines of the journal are on the disk.
    private(set) var confirmed: Int

    init(from first: Int) {
        self.first = first
        confirmed = first
    }

    var isLong: Bool { lines.count >= Self.longest }

    /// Those that are on the disk.
    var saved: [JournalLines.Line] { Array(lines.prefix(confirmed - first)) }

    mutating func append(_ more: [JournalLines.Line]) {
        lines += more
    }

    mutating func confirm(to end: Int) {
        confirmed = max(confirmed, end)
    }
}
