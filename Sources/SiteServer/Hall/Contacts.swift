import ExamModel
import Sitting

/// When each live terminal was last heard. Not saved: after a restart everybody counts as heard just now.
struct Contacts: Sendable {
    /// A terminal that is not heard for so long counts as cut off: two long polls and some.
    static let silence = SessionTime.seconds(25)

    private var last: [TicketNumber: SessionTime] = [:]

    subscript(_ ticket: TicketNumber) -> SessionTime? { last[ticket] }

    /// Notes that a terminal was heard. Returns when it had been heard before, if that was too long ago.
    mutating func hear(_ ticket: TicketNumber, at time: SessionTime) -> SessionTime? {
        let before = last.updateValue(time, forKey: ticket)
        guard let before, time - before > Self.silence else { return nil }
        return before
    }

    mutating func forget(_ ticket: TicketNumber) {
        last[ticket] = nil
    }
}
