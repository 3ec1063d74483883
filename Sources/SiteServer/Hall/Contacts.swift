import ExamModel
import Sitting

/// When each live terminal was last heard, and which of them are cut off. Not saved: after a restart everybody counts as
/// heard just now.
///
/// Silence is a matter of the network and measured in time that really passes (`Instant`); how much of the session was
/// lost is told by the session's time.
struct Contacts: Sendable {
    typealias Instant = ContinuousClock.Instant

    /// Whoever is not heard for so long after a request counts as cut off: two long polls and some.
    static let silence = Duration.seconds(25)
    /// The next request comes at once after the answer to a long poll.
    static let pause = Duration.seconds(5)

    private struct Terminal: Sendable {
        var heard: SessionTime
        /// When it should have been heard again.
        var due: Instant
        /// Long polls that wait at the server: whoever hangs here is not silent.
        var polls = 0
    }

    private var terminals: [TicketNumber: Terminal] = [:]
    /// When the server itself last ran.
    private var running: Instant
    /// Until when nobody counts as cut off, because the server itself stood still.
    private var pardon: Instant

    init(at now: Instant) {
        running = now
        pardon = now
    }

    subscript(_ ticket: TicketNumber) -> SessionTime? { terminals[ticket]?.heard }

    /// The server runs. One that stood still (stopped, suspended) heard nobody meanwhile, through no fault of theirs.
    mutating func run(at now: Instant) {
        if now - running >= StallWatch.shortest { pardon = now + Self.silence }
        running = now
    }

    /// Notes a request. Returns when the terminal had been heard before, if it was cut off since.
    mutating func hear(_ ticket: TicketNumber, at time: SessionTime, _ now: Instant) -> SessionTime? {
        run(at: now)
        let before = isCutOff(ticket, now) ? terminals[ticket]?.heard : nil
        terminals[ticket, default: Terminal(heard: time, due: now)].heard = time
        terminals[ticket]?.due = now + Self.silence
        return before
    }

    /// Notes a long poll likewise; ``answer(_:_:)`` ends it.
    mutating func hang(_ ticket: TicketNumber, at time: SessionTime, _ now: Instant) -> SessionTime? {
        let before = hear(ticket, at: time, now)
        terminals[ticket]?.polls += 1
        terminals[ticket]?.due = now
        return before
    }

    /// The answer to a long poll goes out.
    mutating func answer(_ ticket: TicketNumber, _ now: Instant) {
        guard let terminal = terminals[ticket] else { return }
        terminals[ticket]?.polls = max(0, terminal.polls - 1)
        terminals[ticket]?.due = max(terminal.due, now + Self.pause)
    }

    func isCutOff(_ ticket: TicketNumber, _ now: Instant) -> Bool {
        guard let terminal = terminals[ticket] else { return false }
        return terminal.polls == 0 && now > terminal.due && now > pardon
    }
}
