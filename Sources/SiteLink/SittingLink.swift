package import ExamModel
import ExamPackage
package import ExamSeat
import Foundation
package import Sealing
package import SiteProtocol
package import Sitting
import Synchronization

/// What joins one candidate's seat with a site, from the login on: brings the form and the release, sends what was
/// answered, takes orders and the time. All waiting is done in ``run()``; everything else returns at once.
package final class SittingLink: Sendable {
    /// How long a site may be silent before anybody is told.
    static let patience = SessionTime.seconds(3)
    /// A whole hall begins in the same instant. The lines that say so, the header and the start, are sent at a moment of
    /// chance within so many milliseconds, or with the first answer.
    private static let startSpread = 3000
    private static let startLines = 2

    struct State {
        var clock: SittingClock
        var isReleased: Bool
        var sealed: SealedForm?
        var paper: OpenPaper?
        /// Why the paper or the journal cannot be used.
        var fault: Refusal?
        /// Nil before somebody sits.
        var sync: SyncState?
        var reader: JournalReader
        /// The number of the last order or message that came.
        var seen = 0
        var inbox: [SiteOrder] = []
        /// When the first request failed since the last that did not.
        var silentSince: ClockReading?
        /// Whether sending waits for a while after a failure.
        var isHeld = false
        var backoff = Backoff()
    }

    package let login: LoginReply
    let client: SiteClient
    let exam: Exam
    let trust: Trust
    let journal: JournalCopy
    let shelf: FormShelf
    let readClock: @Sendable () -> ClockReading
    let state: Mutex<State>
    let kicks: AsyncStream<Void>
    private let kicking: AsyncStream<Void>.Continuation
    private let onChange: @Sendable () -> Void

    /// `client` bears the sitting's token. `onChange` is called from anywhere whenever there is something to look at.
    package init(
        _ client: SiteClient, login: LoginReply, exam: Exam, trust: Trust, folder: TerminalFolder, shelf: FormShelf,
        readClock: @escaping @Sendable () -> ClockReading, onChange: @escaping @Sendable () -> Void
    ) throws(Refusal) {
        self.client = client
        self.login = login
        self.exam = exam
        self.trust = trust
        self.shelf = shelf
        self.readClock = readClock
        self.onChange = onChange
        journal = JournalCopy(url: try folder.journal(of: login.header))
        state = Mutex(
            State(
                clock: SittingClock(time: login.time.session, at: readClock()), isReleased: login.time.isReleased,
                reader: JournalReader(journal.url)))
        (kicks, kicking) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Whether the candidate has begun before, here or at another machine.
    package var hasBegun: Bool { login.lines > 1 || journal.exists }

    /// Whether the sealed form is here and cannot be opened yet.
    var waitsForRelease: Bool { state.withLock { $0.sealed != nil && !$0.isReleased } }

    package func time(at reading: ClockReading) -> SessionTime {
        state.withLock { $0.clock.time(at: reading) }
    }

    /// Throws why the paper cannot be opened; it is tried again all the time.
    package func look(at reading: ClockReading) throws(Refusal) -> DeskLook {
        let (isOpen, fault, time) = state.withLock { ($0.paper != nil, $0.fault, $0.clock.time(at: reading)) }
        if let fault { throw fault }
        if isOpen { return .open }
        return time < .zero ? .startsIn(.zero - time) : .sealed
    }

    /// Opens the journal, after ``DeskLook/open``, and sits the candidate down.
    package func sit(keeper: any SheetKeeper, at reading: ClockReading) throws(Refusal) -> ExamSeat {
        guard let paper = state.withLock({ $0.paper }) else { throw .notReady }
        let header = JournalHeader(
            exam: login.header.exam, paper: login.header.paper, form: paper.content.id, ticket: login.candidate.ticket)
        let seat = try ExamSeat(
            login.candidate, of: paper.exam, content: paper.content,
            journal: AnswerJournal(at: journal.url, header: header), time: time(at: reading), keeper: keeper,
            now: reading)
        let lines = seat.sitting.lines
        state.withLock { state in
            state.sync = SyncState(saved: lines, site: login.lines)
            state.seen = max(state.seen, seat.sitting.state.lastOrder)
            state.inbox.removeAll { $0.number <= seat.sitting.state.lastOrder }
        }
        kick(after: lines)
        return seat
    }

    /// The journal on this machine's disk has grown.
    package func grow(to lines: Int) {
        state.withLock { $0.sync?.grow(to: lines) }
        kick(after: lines)
    }

    private func kick(after lines: Int) {
        guard login.lines == 0, lines <= Self.startLines else { return kick() }
        let moment = Int.random(in: 0...Self.startSpread)
        Task { [weak self] in
            try? await Task.sleep(for: .milliseconds(moment))
            self?.kick()
        }
    }

    package func delivery(at reading: ClockReading) -> Delivery {
        state.withLock { state in
            guard let sync = state.sync else { return .underway }
            switch sync.end {
            case .forked: return .superseded(Self.forked)
            case .movedAway: return .superseded(Self.movedAway)
            case nil: break
            }
            if state.isSilent(at: reading) { return .cutOff }
            if let refusal = sync.refusal { return .refused(refusal.message) }
            return sync.isDelivered ? .delivered : .underway
        }
    }

    /// What came since the last call; orders stay until somebody sits, and so do messages where the journal tells which
    /// of them were read before.
    package func news(for seat: ExamSeat?, at reading: ClockReading) -> [DeskNews] {
        let isEarly = seat == nil
        let keepsMessages = isEarly && hasBegun
        let (orders, time) = state.withLock { state in
            let taken = state.inbox.filter { !isEarly || ($0.order == nil && !keepsMessages) }
            state.inbox.removeAll { taken.contains($0) }
            return (taken, state.clock.time(at: reading))
        }
        seat?.sitting.correct(to: time, at: reading)
        return orders.compactMap { $0.order.map(DeskNews.order) ?? $0.message.map(DeskNews.message) }
    }

    /// Why this link is of no use any more.
    package var end: SyncState.End? { state.withLock { $0.sync?.end } }

    func change<Result>(_ body: (inout State) -> Result) -> Result {
        let result = state.withLock { body(&$0) }
        onChange()
        return result
    }

    func kick() { kicking.yield() }
    func finish() { kicking.finish() }

    private static let forked = Bilingual(
        "本机的作答记录与考点的不一致，改用考点的记录", "this machine's journal differs from the site's, which is used")
    static let movedAway = Bilingual("已在另一台机器上继续作答", "the sitting goes on at another machine")
}

extension SittingLink.State {
    func isSilent(at reading: ClockReading) -> Bool {
        guard let silentSince else { return false }
        return SittingClock(time: .zero, at: silentSince).time(at: reading) >= SittingLink.patience
    }

    /// The site has answered.
    mutating func hear(_ time: SiteTime, at reading: ClockReading) {
        silentSince = nil
        isHeld = false
        backoff.reset()
        sync?.hear(reign: time.reign)
        // Until the start the site's time is taken as it is, because the release may name another start than the paper;
        // from then on it never runs backwards.
        let session = isReleased ? max(time.session, clock.time(at: reading)) : time.session
        isReleased = isReleased || time.isReleased
        clock = SittingClock(time: session, at: reading)
    }
}
