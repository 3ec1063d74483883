package import ExamModel
package import ExamSeat
import Foundation
package import Sealing
import SiteProtocol
package import Sitting
import Synchronization

/// A terminal's desk at a site: enrolment, logins, and the link of whoever sits. The network is waited for in tasks of
/// its own; ``Desk/descriptor`` tells when one of them has something new.
package final class SiteDesk: Desk, SheetKeeper, Sendable {
    struct State {
        var entry: DeskEntry
        var machine: TerminalFolder.Machine?
        /// Nil as long as the terminal's key is being opened.
        var connection: SiteConnection?
        /// Until when no login is taken.
        var lock: (seconds: Int, since: ClockReading)?
        var request: LoginRequest?
        var link: SittingLink?
        /// What goes on in the background; a newer piece of work takes its place.
        var work: Task<Void, Never>?
        var turn = 0
        /// Of the candidate whose sealed journal was written for carrying by hand.
        var carried: Digest?
    }

    /// Opens the terminal's key, which takes a tenth of a second, while people read the first screen.
    let opening: Task<Result<SiteConnection, Refusal>, Never>
    let authority: Digest
    let folder: TerminalFolder
    let shelf = FormShelf()
    let readClock: @Sendable () -> ClockReading
    let state: Mutex<State>
    private let wake = Wake()

    /// - Parameters:
    ///   - authority: the hash of the authority's certificate.
    ///   - code: enrols the machine where it is not enrolled yet; otherwise the invigilator types one.
    ///   - identity: is called once, in the background; what it refuses is shown.
    package init(
        _ addresses: [SiteAddress], of authority: Digest, folder: TerminalFolder, code: String? = nil,
        readClock: @escaping @Sendable () -> ClockReading,
        identity: @escaping @Sendable () throws(Refusal) -> SiteTrust
    ) {
        let machine = folder.machine(of: authority)
        self.authority = authority
        self.folder = folder
        self.readClock = readClock
        opening = Task.detached {
            do throws(Refusal) {
                let trust = try identity()
                return .success(
                    SiteConnection(
                        transport: try SiteTransport(addresses, as: trust, reign: machine?.reign ?? 0), trust: trust))
            } catch {
                return .failure(error)
            }
        }
        let entry: DeskEntry =
            if machine == nil { .needsCode(nil) } else if machine?.exam == nil { .connecting(nil) } else { .free(nil) }
        state = Mutex(State(entry: entry, machine: machine))
        if machine != nil { start { desk, turn in await desk.greet(turn) } } else if let code { enrol(code: code) }
    }

    package var descriptor: Int32? { wake.descriptor }
    package var exam: Exam? { state.withLock { $0.machine?.exam } }
    package var seat: String? { state.withLock { $0.machine?.seat } }
    package var servesManyCandidates: Bool { true }

    package func entry(at reading: ClockReading) -> DeskEntry {
        state.withLock { state in
            guard case .free(.locked) = state.entry, let lock = state.lock else { return state.entry }
            let passed = SittingClock(time: .zero, at: lock.since).time(at: reading)
            let left = SessionTime.seconds(lock.seconds) - passed
            return .free(left > .zero ? .locked(left.wholeSecondsUp) : nil)
        }
    }

    package func enrol(code: String) {
        state.withLock { $0.entry = .connecting(nil) }
        start { desk, turn in await desk.enrol(code, turn) }
    }

    package func logIn(ticket: TicketNumber, lastSix: String, at reading: ClockReading) {
        let request = LoginRequest(ticket: ticket, lastSix: lastSix)
        state.withLock { ($0.entry, $0.request) = (.loggingIn, request) }
        start { desk, turn in await desk.logIn(request, turn) }
    }

    package func logOut() {
        state.withLock { ($0.entry, $0.request, $0.link) = (.free(nil), nil, nil) }
        start { desk, turn in await desk.greet(turn) }
    }

    package var hasBegun: Bool { link?.hasBegun ?? false }

    package func look(at reading: ClockReading) throws(Refusal) -> DeskLook {
        try link?.look(at: reading) ?? .sealed
    }

    package func sit(at reading: ClockReading) throws(Refusal) -> ExamSeat {
        guard let link else { throw .notReady }
        return try link.sit(keeper: self, at: reading)
    }

    package func saved(_ seat: ExamSeat) {
        link?.grow(to: seat.sitting.lines)
    }

    package func delivery(of seat: ExamSeat, at reading: ClockReading) -> Delivery {
        guard let link else { return .superseded(SittingLink.movedAway) }
        let delivery = link.delivery(at: reading)
        switch delivery {
        case .superseded(let reason): leave(link, because: reason)
        case .cutOff, .refused: return carry(seat, at: reading) ?? delivery
        case .local, .delivered, .underway: break
        }
        return delivery
    }

    package func news(for seat: ExamSeat?, at reading: ClockReading) -> [DeskNews] {
        wake.clear()
        return link?.news(for: seat, at: reading) ?? []
    }

    /// The journal holds it all.
    package func keep(_ sheet: AnswerSheet, at reading: ClockReading) {}

    var link: SittingLink? { state.withLock { $0.link } }

    func ring() { wake.ring() }

    /// Begins a piece of work in place of the one before.
    func start(_ body: @escaping @Sendable (SiteDesk, Int) async -> Void) {
        state.withLock { state in
            state.work?.cancel()
            state.turn += 1
            let turn = state.turn
            state.work = Task.detached { [weak self] in
                guard let self else { return }
                await body(self, turn)
            }
        }
    }

    /// Changes what the desk shows, unless something newer goes on.
    func set(_ turn: Int, _ change: (inout State) -> Void) {
        state.withLock { if $0.turn == turn { change(&$0) } }
        ring()
    }
}
