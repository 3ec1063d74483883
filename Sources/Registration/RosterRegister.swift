import ExamModel

/// A roster that grows, with everything that must be unique looked up at once: taking in a row costs the same however
/// many there are.
struct RosterRegister: Sendable {
    private var teams: [Team]
    private var candidates: [Candidate]
    private var cities: [TeamID: String]
    private var sizes: [TeamID: Int]
    private var tickets: [TicketNumber: Int]
    private var identities: [IdentityNumber: Int]
    private var seats: [String: Int]

    init(_ roster: Roster) {
        teams = roster.teams
        candidates = roster.candidates
        cities = Dictionary(roster.teams.map { ($0.id, $0.city) }) { first, _ in first }
        sizes = Dictionary(roster.candidates.map { ($0.team, 1) }, uniquingKeysWith: +)
        tickets = Dictionary(roster.candidates.enumerated().map { ($1.ticket, $0) }) { first, _ in first }
        identities = Dictionary(roster.candidates.enumerated().map { ($1.identity, $0) }) { first, _ in first }
        seats = Dictionary(
            roster.candidates.enumerated().compactMap { index, candidate in candidate.seat.map { ($0, index) } }
        ) { first, _ in first }
    }

    var roster: Roster { Roster(teams: teams, candidates: candidates) }

    /// Whether the very same row was taken before; a row that names no seat leaves the one that was given since.
    func knows(_ row: RosterRow) -> Bool {
        guard let known = candidate(withTicket: row.candidate.ticket), cities[known.team] == row.city else {
            return false
        }
        return row.candidate == (row.candidate.seat == nil ? known.seated(at: nil) : known)
    }

    func city(of team: TeamID) -> String? { cities[team] }

    func members(of team: TeamID) -> Int { sizes[team] ?? 0 }

    func candidate(withTicket ticket: TicketNumber) -> Candidate? { tickets[ticket].map { candidates[$0] } }

    func candidate(withIdentity identity: IdentityNumber) -> Candidate? { identities[identity].map { candidates[$0] } }

    func candidate(inSeat seat: String) -> Candidate? { seats[seat].map { candidates[$0] } }

    mutating func take(_ row: RosterRow) {
        let candidate = row.candidate
        if cities[candidate.team] == nil {
            teams.append(Team(id: candidate.team, city: row.city))
            cities[candidate.team] = row.city
        }
        sizes[candidate.team, default: 0] += 1
        tickets[candidate.ticket] = candidates.count
        identities[candidate.identity] = candidates.count
        if let seat = candidate.seat { seats[seat] = candidates.count }
        candidates.append(candidate)
    }
}
