package import ExamModel

/// Who moves between two standings of the same exam (变动): every person and team of whom anything but the reason
/// differs, in the order of the new standings, those who are no longer in them last.
package struct StandingsChange: Hashable, Sendable, Codable {
    package struct Person: Hashable, Sendable, Codable {
        package let ticket: TicketNumber
        package let name: String
        package let team: TeamID
        /// Nil for somebody who was not ranked.
        package let before: Place?
        /// Nil for somebody who no longer is.
        package let after: Place?
    }

    package struct Team: Hashable, Sendable, Codable {
        package let team: TeamID
        package let before: TeamPlace?
        package let after: TeamPlace?
    }

    package struct Place: Hashable, Sendable, Codable {
        package let rank: Int
        package let score: Mark
        package let honours: [String]
    }

    package struct TeamPlace: Hashable, Sendable, Codable {
        package let rank: Int
        package let total: Mark
        package let advances: Bool
        /// Prizes; nil when the rules know none.
        package let honours: [String]?
    }

    package let people: [Person]
    package let teams: [Team]

    package init(from before: Standings, to after: Standings) {
        people = Self.changes(before.individuals, after.individuals, by: \.ticket) { old, new in
            guard let one = new ?? old, old.map(Place.init) != new.map(Place.init) else { return nil }
            return Person(
                ticket: one.ticket, name: one.name, team: one.team, before: old.map(Place.init),
                after: new.map(Place.init))
        }
        teams = Self.changes(before.teams, after.teams, by: \.team) { old, new in
            guard let one = new ?? old, old.map(TeamPlace.init) != new.map(TeamPlace.init) else { return nil }
            return Team(team: one.team, before: old.map(TeamPlace.init), after: new.map(TeamPlace.init))
        }
    }

    package var isEmpty: Bool { people.isEmpty && teams.isEmpty }

    /// Teams that go on now and did not before.
    package var teamsIn: [TeamID] {
        teams.filter { $0.after?.advances == true && $0.before?.advances != true }.map(\.team)
    }

    /// Teams that went on before and do not now.
    package var teamsOut: [TeamID] {
        teams.filter { $0.before?.advances == true && $0.after?.advances != true }.map(\.team)
    }

    /// People whose honours differ.
    package var honoursChanged: [Person] {
        people.filter { ($0.before?.honours ?? []) != ($0.after?.honours ?? []) }
    }

    private static func changes<Entry, ID: Hashable, Change>(
        _ before: [Entry], _ after: [Entry], by id: (Entry) -> ID, _ change: (Entry?, Entry?) -> Change?
    ) -> [Change] {
        let old = Dictionary(before.map { (id($0), $0) }) { first, _ in first }
        let new = Set(after.map(id))
        return after.compactMap { change(old[id($0)], $0) }
            + before.filter { !new.contains(id($0)) }.compactMap { change($0, nil) }
    }
}

extension StandingsChange.Place {
    init(_ standing: IndividualStanding) {
        self.init(rank: standing.rank, score: standing.score, honours: standing.honours)
    }
}

extension StandingsChange.TeamPlace {
    init(_ standing: TeamStanding) {
        self.init(
            rank: standing.rank, total: standing.total, advances: standing.advances, honours: standing.honours)
    }
}
