import ExamModel
import Sealing
import SiteProtocol
import Sitting

/// What happened at a site beside the answers themselves: one row of its log each.
enum SiteAct: Hashable, Sendable, Codable {
    /// A server began to serve this folder; the reign is one higher when it took over from another machine's copy.
    case opened(reign: Int)
    /// The release was taken in.
    case released(sha256: Digest)
    /// A one-time code for the machine at a seat was made; only its hash is kept.
    case codeIssued(seat: String, hash: Digest)
    /// The machine at a seat typed its code.
    case enrolled(seat: String, machine: String, token: Digest)
    /// The machine at a seat is no terminal any more.
    case withdrawn(seat: String)
    /// The candidate sits at the machine of this seat from now on, and at no other.
    case loggedIn(ticket: TicketNumber, seat: String, token: Digest)
    /// The invigilator lets the candidate sit at this seat.
    case admitted(ticket: TicketNumber, seat: String)
    /// An order or a message to one candidate.
    case ordered(ticket: TicketNumber, order: SiteOrder)
    /// The site closed a sitting whose terminal is gone: its answers are those that are here.
    case closed(ticket: TicketNumber, ending: AnswerSheet.Ending, at: SessionTime)
    /// Answers of a sitting that closed late are taken in after all.
    case reopened(ticket: TicketNumber)
    /// Lines of a journal were carried to the site by hand, in a file with this hash.
    case carried(ticket: TicketNumber, sha256: Digest, lines: Int)
    /// Something that somebody should look at.
    case incident(SiteIncident)
    /// Somebody looked at the incident with this number.
    case settled(incident: Int)
}
