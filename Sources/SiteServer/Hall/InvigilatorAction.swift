import ExamModel
import Sitting

/// What people at the console decide. Each needs a reason, and stands in the site's log and in the ledger.
enum InvigilatorAction: Hashable, Sendable {
    /// The candidate may sit at this seat: another one than the ticket says, or a second machine.
    case admit(TicketNumber, seat: String)
    case giveTime([TicketNumber], SessionTime)
    /// Gives back the time of an outage, to the candidate or to everybody in the room whom it concerned.
    case giveBack(incident: Int)
    case pause([TicketNumber])
    case resume([TicketNumber])
    case message([TicketNumber], String)
    case collect([TicketNumber])
    case void([TicketNumber])
    /// Closes sittings whose terminals are gone: the answers that are here count.
    case close([TicketNumber])
    /// Answers that come after the grace are taken in.
    case reopen([TicketNumber])
    case settle(incident: Int)
    /// One-time codes for the machines at these seats.
    case issueCodes([String])
    /// The machines at these seats are no terminals any more.
    case withdraw([String])

    /// How the log and the ledger name it.
    var name: String {
        switch self {
        case .admit: "admit"
        case .giveTime: "give-time"
        case .giveBack: "give-back"
        case .pause: "pause"
        case .resume: "resume"
        case .message: "message"
        case .collect: "collect"
        case .void: "void"
        case .close: "close"
        case .reopen: "reopen"
        case .settle: "settle"
        case .issueCodes: "issue-codes"
        case .withdraw: "withdraw"
        }
    }
}
