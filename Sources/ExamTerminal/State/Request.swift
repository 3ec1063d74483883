package import ExamModel
package import Sitting

/// What an input asks to be done outside of the screen's state.
package enum Request: Hashable, Sendable {
    case logIn(ticket: TicketNumber, lastSix: String)
    /// The candidate says: this is me.
    case confirm
    /// The rules were read.
    case begin
    case record(SittingEvent)
    /// The receipt was read.
    case leave
}
