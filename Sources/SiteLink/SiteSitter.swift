import ExamModel
import ExamPackage
import ExamSeat
import Sealing
import SiteProtocol
import Sitting
import Synchronization

/// A simulated candidate from the seat to the receipt.
final class SiteSitter: SheetKeeper {
    private let candidate: SiteCandidate
    private let link: SittingLink
    private let login: LoginReply
    private var changes: AsyncStream<Void>.AsyncIterator
    private let changing: AsyncStream<Void>.Continuation
    private let clock = ContinuousClock()

    init(
        candidate: SiteCandidate, link: SittingLink, login: LoginReply, changes: AsyncStream<Void>,
        changing: AsyncStream<Void>.Continuation
    ) {
        self.candidate = candidate
        self.link = link
        self.login = login
        self.changing = changing
        self.changes = changes.makeAsyncIterator()
    }

    /// The journal holds it all.
    func keep(_ sheet: AnswerSheet, at reading: ClockReading) {}

    func sit() async throws -> String {
        try await waitForTheStart()
        candidate.observe(
            .start, .milliseconds(max(0, (link.time(at: now) - max(.zero, login.time.session)).milliseconds)))
        await candidate.settle()
        let seat = try link.sit(keeper: self, at: now)
        try seat.begin(at: now)
        try save(seat)
        guard let paper = link.state.withLock({ $0.paper }) else { throw Refusal.notReady }
        for step in candidate.plan(paper) where !seat.sitting.state.hasEnded {
            try await pass(until: step.time, seat)
            guard seat.sitting.state.phase == .sitting else { break }
            let began = clock.now
            try seat.sitting.perform(step.event, at: now)
            try save(seat)
            try await deliver(seat)
            candidate.observe(step.event == .handedIn ? .handIn : .answer, clock.now - began)
        }
        while !seat.sitting.state.hasEnded { try await pass(until: seat.sitting.state.deadline, seat) }
        try save(seat)
        try await deliver(seat)
        return try seat.handOver(at: now).description
    }

    /// Sleeps once the form is here and only the release is missing; before and after that, the link tells when something
    /// has changed.
    private func waitForTheStart() async throws {
        while true {
            switch try link.look(at: now) {
            case .open: return
            case .startsIn(let left) where link.waitsForRelease: try await wait(atMost: left)
            case .sealed where link.waitsForRelease: try await wait(atMost: candidate.heartbeat)
            case .startsIn, .sealed: try await wait()
            }
        }
    }

    private var now: ClockReading { candidate.readClock() }

    private func save(_ seat: ExamSeat) throws(Refusal) {
        try seat.sitting.save()
        link.grow(to: seat.sitting.lines)
    }

    /// Waits for the time, obeying what comes meanwhile and noting that time passes, as a terminal does; a pause is
    /// waited out.
    private func pass(until time: SessionTime, _ seat: ExamSeat) async throws {
        while !seat.sitting.state.hasEnded {
            try obey(seat)
            let left = time - link.time(at: now)
            let isPaused = seat.sitting.state.phase != .sitting
            let isDue = left <= .zero && !isPaused
            // What is done now notes the time itself.
            if isDue, seat.sitting.remaining(at: now) > .zero { break }
            try seat.sitting.tick(at: now)
            try save(seat)
            if isDue { break }
            try await wait(atMost: isPaused ? candidate.heartbeat : min(left, candidate.heartbeat))
        }
    }

    private func deliver(_ seat: ExamSeat) async throws {
        while true {
            switch link.delivery(at: now) {
            case .delivered: return
            case .superseded(let reason):
                throw SiteFailure.refused(SiteFault(.movedAway, reason.chinese, reason.english))
            case .local, .underway, .cutOff, .refused: try await wait()
            }
        }
    }

    private func obey(_ seat: ExamSeat) throws {
        for case .order(let order) in link.news(for: seat, at: now) { try? seat.obey(order, at: now) }
    }

    private func wait(atMost time: SessionTime) async throws {
        let alarm = Task { [changing, candidate] in
            await candidate.sleep(time)
            if !Task.isCancelled { changing.yield() }
        }
        defer { alarm.cancel() }
        try await wait()
    }

    private func wait() async throws {
        await changes.next()
        try Task.checkCancellation()
    }
}
