import ExamModel
import Sitting

/// Something out of the ordinary (异常情况) that the console shows until somebody settles it.
struct SiteIncident: Hashable, Sendable, Codable {
    enum Kind: String, Sendable, Codable, CaseIterable {
        /// Five wrong logins at one machine.
        case loginLocked = "login-locked"
        /// Wrong enrolment codes, one after the other.
        case codesGuessed = "codes-guessed"
        /// A candidate at another seat than the ticket says, or at a second machine.
        case needsAdmission = "needs-admission"
        /// A terminal was not heard for a while.
        case cutOff = "cut-off"
        /// The server did not run.
        case serverDown = "server-down"
        /// Lines came that are not those that the site has.
        case forked
        /// Lines came from a machine that the candidate had left.
        case stranded
        /// Lines claim a time before lines that were sent earlier.
        case backdated
        /// Answers came after the grace was over.
        case late
        /// A terminal asked for what it may not.
        case refused
        /// The wall clock was set while the server ran.
        case clockSet = "clock-set"
        /// The disk did not take what should have been saved.
        case notSaved = "not-saved"
    }

    let kind: Kind
    let ticket: TicketNumber?
    let seat: String?
    /// When it began and ended, of an outage.
    let from: SessionTime?
    let until: SessionTime?
    let message: Bilingual

    init(
        _ kind: Kind, ticket: TicketNumber? = nil, seat: String? = nil, from: SessionTime? = nil,
        until: SessionTime? = nil, _ message: Bilingual
    ) {
        self.kind = kind
        self.ticket = ticket
        self.seat = seat
        self.from = from
        self.until = until
        self.message = message
    }

    /// The server did not run for `lost` until `now`; nil when the session lost less than five seconds by it.
    init?(serverDownFor lost: SessionTime, until now: SessionTime, of rules: SittingRules) {
        let from = max(.zero, now - lost)
        let until = min(now, rules.length)
        guard until - from >= .seconds(5) else { return nil }
        let seconds = (until - from).wholeSeconds
        self.init(
            .serverDown, from: from, until: until,
            Bilingual("考点服务器中断 \(seconds) 秒", "the server was down for \(seconds) seconds"))
    }

    /// The time that was lost and may be given back; nil for what is no outage.
    var outage: SessionTime? {
        guard let from, let until, until > from else { return nil }
        return until - from
    }
}
