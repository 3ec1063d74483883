package import ExamModel

/// Gives everybody a seat (编排座位): drawn from a seed, spread over the rooms, members of a team apart: never side by side
/// and never one in front of the other.
///
/// The same roster, rooms and seed give the same seats, so an audit can draw them again.
package struct Seating: Sendable {
    /// How seats are drawn. Exams keep the way in which theirs were: lines of the ledger that name none mean the first.
    package enum Draw: Int, Sendable {
        case first = 1
        /// Short seeds have the first two numbers of a stream in common, which always dealt the first team out alike: the
        /// first sixteen are dropped.
        case second
    }

    private let rooms: [ExamRoom]
    private let seed: Seed
    private let draw: Draw

    package init(rooms: [ExamRoom], seed: Seed, draw: Draw = .second) {
        self.rooms = rooms
        self.seed = seed
        self.draw = draw
    }

    /// The roster with a seat for everybody, and a warning for each team that could not be kept apart.
    ///
    /// - Throws: `TOO_FEW_SEATS`.
    package func seated(_ roster: Roster) throws(Refusal) -> (roster: Roster, findings: [Finding]) {
        let room = rooms.reduce(0) { $0 + $1.seats }
        guard roster.candidates.count <= room else {
            throw Refusal(
                .tooFewSeats, "考生 \(roster.candidates.count) 人，座位只有 \(room) 个，请增加考场",
                "\(roster.candidates.count) candidates, but \(room) seats; add rooms")
        }
        var generator = SeededGenerator(seed, stream: "seating")
        if draw == .second { for _ in 0..<16 { _ = generator.next() } }
        var plan = SeatPlan(rooms: rooms, order: dealt(roster, &generator), candidates: roster.candidates)
        plan.partTeams(&generator)
        let seats = plan.seats
        let candidates = roster.candidates.indices.map { roster.candidates[$0].seated(at: seats[$0]) }
        let together = Set(plan.neighbours().map { roster.candidates[$0.0].team })
        let findings = roster.teams.filter { together.contains($0.id) }.map { team in
            Finding(
                .warning, .teamTogether,
                Bilingual("\(team.id)的队员无法完全隔开，请增加座位或手工调整", "members of \(team.id) sit next to each other; add seats"))
        }
        return (Roster(teams: roster.teams, candidates: candidates), findings)
    }

    /// Deals the members of every team out in rounds, the teams of each round in a drawn order: two members of a team are
    /// about as many seats apart as there are teams.
    private func dealt(_ roster: Roster, _ generator: inout SeededGenerator) -> [Int] {
        var members = Dictionary(grouping: roster.candidates.indices) { roster.candidates[$0].team }
        let teams = members.keys.sorted()
        for team in teams {
            guard var own = members[team] else { continue }
            generator.shuffle(&own)
            members[team] = own
        }
        let rounds = members.values.map(\.count).max() ?? 0
        return (0..<rounds).flatMap { round -> [Int] in
            var dealt = teams.compactMap { team in members[team].flatMap { round < $0.count ? $0[round] : nil } }
            generator.shuffle(&dealt)
            return dealt
        }
    }
}

extension Candidate {
    func seated(at seat: String?) -> Candidate {
        Candidate(
            ticket: ticket, name: name, identity: identity, team: team, unit: unit, role: role, seat: seat)
    }
}
