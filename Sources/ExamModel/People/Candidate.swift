/// A person who sits the exam (考生).
package struct Candidate: Hashable, Sendable, Codable, Identifiable {
    package enum Role: String, Sendable, Codable {
        case regular
        /// 替补
        case substitute
    }

    package var id: TicketNumber { ticket }
    package let ticket: TicketNumber
    package let name: String
    package let identity: IdentityNumber
    package let team: TeamID
    /// Where the person works (单位).
    package let unit: String
    package let role: Role
    /// The seat (座位号); nil until seating.
    package let seat: String?

    package init(
        ticket: TicketNumber, name: String, identity: IdentityNumber, team: TeamID, unit: String, role: Role,
        seat: String?
    ) {
        self.ticket = ticket
        self.name = name
        self.identity = identity
        self.team = team
        self.unit = unit
        self.role = role
        self.seat = seat
    }
}

/// A team (代表队). Its name is its id: 成都市一队.
package struct Team: Hashable, Sendable, Codable, Identifiable {
    package let id: TeamID
    /// The 市州 that sends it.
    package let city: String

    package init(id: TeamID, city: String) {
        self.id = id
        self.city = city
    }
}

/// Everybody who may sit an exam, with their teams, in the order of the roster file.
package struct Roster: Hashable, Sendable, Codable {
    package let teams: [Team]
    package let candidates: [Candidate]

    package init(teams: [Team], candidates: [Candidate]) {
        self.teams = teams
        self.candidates = candidates
    }

    /// The same with the identity numbers masked, as a public notice shows them. Standings and reports are made from
    /// this, so that everybody can make them again.
    package var published: Roster {
        Roster(
            teams: teams,
            candidates: candidates.map { candidate in
                Candidate(
                    ticket: candidate.ticket, name: candidate.name, identity: candidate.identity.published,
                    team: candidate.team, unit: candidate.unit, role: candidate.role, seat: candidate.seat)
            })
    }
}
