package import ExamModel
package import Sitting

/// What an input asks to be done outside of the screen's state.
package enum Request: Hashable, Sendable {
    /// The invigilator's code for this machine.
    case enrol(String)
    case logIn(ticket: TicketNumber, lastSix: String)
    /// It is somebody else, or the next try.
    case logOut
    /// The candidate says: this is me.
    case confirm
    /// The rules were read.
    case begin
    case record(SittingEvent)
    /// The receipt was read.
    case leave
}
