import ExamModel
import SiteProtocol
import Sitting

/// What the console shows, and `kaochang-site status --json` prints: the room at one moment.
struct RoomView: Hashable, Sendable, Codable {
    let exam: String
    let title: String
    let session: Session
    /// Milliseconds since T0.
    let now: SessionTime
    let isReleased: Bool
    let hasRelease: Bool
    let reign: Int
    /// In the order of the paper.
    var seats: [SeatView]
    /// Open ones, the latest first.
    let incidents: [IncidentView]
    /// Why the disk does not take what should be saved; nil while it does.
    let diskFault: String?
    /// Nil when there is no hot copy.
    let copy: CopyView?
    /// How far the signed ledger is behind the site's log.
    let ledger: SiteLedger.Standing
    let counts: Counts

    struct Counts: Hashable, Sendable, Codable {
        var candidates = 0
        var enrolled = 0
        var here = 0
        var answering = 0
        var ended = 0
        var cutOff = 0
    }

    struct CopyView: Hashable, Sendable, Codable {
        let folder: String
        /// Transactions that the copy lacks.
        let lag: Int
        let failure: String?
    }
}

struct SeatView: Hashable, Sendable, Codable {
    enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nobody has logged in.
        case assigned
        /// Logged in, before the first answer can be given.
        case admitted
        case answering
        case paused
        case handedIn = "handed-in"
        case timeUp = "time-up"
        case collected
        case voided
    }

    let ticket: TicketNumber
    let name: String
    let team: String
    /// Where the ticket says.
    let seat: String
    /// Where the live terminal is; nil before the login.
    let machine: String?
    let stage: Stage
    let answered: Int
    let flagged: Int
    let questions: Int
    /// Milliseconds; nil before the start.
    let remaining: SessionTime?
    /// Milliseconds since the terminal was last heard; nil when there is none.
    let silence: SessionTime?
    let isCutOff: Bool
    /// Whether somebody has enrolled the machine at the assigned seat.
    let isEnrolled: Bool
    /// An order that the terminal has not obeyed yet.
    let pendingOrders: Int
    /// Time given so far, in milliseconds.
    let extra: SessionTime
    /// Numbers of open incidents.
    let incidents: [Int]
}

struct IncidentView: Hashable, Sendable, Codable {
    let number: Int
    let kind: SiteIncident.Kind
    let ticket: TicketNumber?
    let seat: String?
    let message: Bilingual
    /// Time that was lost and may be given back, in milliseconds.
    let outage: SessionTime?
    let at: SessionTime
}
