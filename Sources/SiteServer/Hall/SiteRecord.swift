import ExamModel
import Sealing
import Sitting

/// Everything that the site's log and journals tell: what a server knows after a restart.
struct SiteRecord: Sendable {
    private(set) var sittings: [TicketNumber: SiteSitting]
    private(set) var machines = SiteMachines()
    /// Whose live terminal a token belongs to.
    private(set) var ticketOfToken: [Digest: TicketNumber] = [:]
    /// Who logged in last at a seat.
    private(set) var lastAtSeat: [String: TicketNumber] = [:]
    /// SHA-256 of the release file that was taken in.
    private(set) var release: Digest?
    private(set) var reign = 0
    /// By the numbers of their events, oldest first; settled ones are gone.
    private(set) var openIncidents: [(number: Int, incident: SiteIncident)] = []
    private(set) var events = 0
    /// Of the log's last row.
    private(set) var head = Digest.zero

    init(_ sittings: [TicketNumber: SiteSitting]) {
        self.sittings = sittings
    }

    /// The next row of the log.
    func event(
        _ act: SiteAct, by actor: String, because reason: String?, of action: SiteEvent.Action?, time: SessionTime,
        clock: ClockReading
    ) -> SiteEvent {
        SiteEvent(
            number: events + 1, previous: head, time: time, clock: clock, actor: actor, reason: reason,
            action: action, act: act)
    }

    /// Takes in a row of the log whose bytes have the hash `digest`.
    mutating func apply(_ event: SiteEvent, digest: Digest) {
        events = event.number
        head = digest
        machines.apply(event.act)
        switch event.act {
        case .opened(let reign): self.reign = reign
        case .released(let sha256): release = sha256
        case .loggedIn(let ticket, let seat, let token):
            lastAtSeat[seat] = ticket
            if let former = sittings[ticket]?.live { ticketOfToken[former.token] = nil }
            ticketOfToken[token] = ticket
            sittings[ticket]?.apply(event.act)
        case .admitted(let ticket, _), .ordered(let ticket, _),
            .closed(let ticket, _, _), .reopened(let ticket):
            sittings[ticket]?.apply(event.act)
        case .incident(let incident): openIncidents.append((event.number, incident))
        case .settled(let number): openIncidents.removeAll { $0.number == number }
        case .codeIssued, .enrolled, .withdrawn, .carried: break
        }
    }

    /// Changes a sitting in place, without a copy. Returns nil when there is no such candidate.
    @discardableResult
    mutating func change<Result>(_ ticket: TicketNumber, _ change: (inout SiteSitting) -> Result) -> Result? {
        sittings.index(forKey: ticket).map { change(&sittings.values[$0]) }
    }

    /// Puts other forms in the place of those that were replaced.
    mutating func useForms(_ substitute: (FormID) -> FormID) {
        sittings = sittings.mapValues { sitting in
            var sitting = sitting
            sitting.use(substitute(sitting.candidate.form))
            return sitting
        }
    }

    /// Puts a sitting back to what it was.
    mutating func restore(_ sitting: SiteSitting) {
        sittings[sitting.candidate.ticket] = sitting
    }
}
