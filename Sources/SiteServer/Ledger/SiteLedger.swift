import AtomicFile
import Dispatch
import ExamModel
import Foundation
import Ledger
import Sealing
import Synchronization

/// The site's part of the ledger: every action of people, signed by the site. The log in the database is the source and is
/// never held up by it: what could not be written waits here, and after a restart the ledger is brought up to the log.
final class SiteLedger: Sendable {
    /// How far the ledger is behind.
    struct Standing: Hashable, Sendable, Codable {
        /// Actions that are in the log and not yet in the ledger.
        var pending = 0
        /// Why the last line could not be written; nil while all can.
        var fault: Bilingual?
    }

    private struct State {
        /// Oldest first.
        var pending: [SiteDeed] = []
        /// The number of the last row that a line speaks of; nil before the ledger was read.
        var noted: Int?
        var fault: Bilingual?
    }

    private let ledger: Ledger
    private let signer: Credential
    private let trust: Trust
    private let people: Int
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "site-ledger")

    init(at url: URL, of signer: Credential, trusting trust: Trust, people: Int) {
        ledger = Ledger(at: url)
        self.signer = signer
        self.trust = trust
        self.people = people
    }

    var standing: Standing { state.withLock { Standing(pending: $0.pending.count, fault: $0.fault) } }

    /// Takes rows of the log in, in their order, each action's all at once.
    func take(_ rows: [(event: SiteEvent, digest: Digest)]) {
        state.withLock { state in
            for (event, digest) in rows where event.action != nil {
                if !state.pending.isEmpty, state.pending[state.pending.count - 1].take(event, digest) { continue }
                if let deed = SiteDeed(event, digest) { state.pending.append(deed) }
            }
        }
    }

    /// Begins to write what waits; does not wait for the disk.
    func write() {
        guard state.withLock({ !$0.pending.isEmpty }) else { return }
        queue.async { self.drain() }
    }

    /// Returns when what waited was written or refused.
    func settle() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.drain()
                continuation.resume()
            }
        }
    }

    private func drain() {
        let (batch, known) = state.withLock { ($0.pending, $0.noted) }
        guard let last = batch.last?.last else { return }
        do throws(Refusal) {
            let noted = if let known { known } else { try lastNoted(among: batch) }
            state.withLock { $0.noted = noted }
            let fresh = batch.filter { $0.last > noted }
            if !fresh.isEmpty { try ledger.append(fresh.map { $0.entry(of: people) }, signedBy: signer) }
            state.withLock { state in
                state.pending.removeAll { $0.last <= last }
                state.noted = last
                state.fault = nil
            }
        } catch {
            state.withLock { $0.fault = error.findings.first?.message }
        }
    }

    /// The last row that the ledger speaks of. Refuses a ledger that is not sound, or of another log: SITE_LEDGER.
    private func lastNoted(among deeds: [SiteDeed]) throws(Refusal) -> Int {
        var reading = try ledger.read(trusting: trust)
        if reading.faults.map(\.kind) == [.truncated] {
            try dropHalfLine()
            reading = try ledger.read(trusting: trust)
        }
        guard reading.faults.isEmpty else {
            throw Refusal(reading.faults.map { $0.finding(in: ledger.url.lastPathComponent) })
        }
        guard let note = reading.lines.last?.note else { return 0 }
        guard let number = note["lastEvent"].flatMap(Int.init), let head = note["logHead"],
            deeds.contains(where: { $0.last == number && $0.head.description == head })
        else {
            throw Refusal(
                .siteLedger, at: Place(file: ledger.url.lastPathComponent),
                "考点账本与考点日志对不上，不再续写；请把账本文件移走另存并报告监督组，系统会按日志重新写出",
                "the site's ledger is not of this log and is not continued; move the file away, tell supervision, and it is "
                    + "written anew from the log")
        }
        return number
    }

    /// A line that a power cut left half written is in the log as a whole.
    private func dropHalfLine() throws(Refusal) {
        let data = try AtomicFile.read(ledger.url, limit: 1 << 30)
        let whole = data.lastIndex(of: UInt8(ascii: "\n")).map { data[...$0] } ?? Data()
        try AtomicFile.write(Data(whole), to: ledger.url)
    }
}

extension FindingCode {
    static let siteLedger: FindingCode = "SITE_LEDGER"
}
