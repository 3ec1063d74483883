import ExamModel

extension CityFigures {
    /// One entry a 市州, in the order in which the roster first names them.
    static func all(
        scores: [Score], roster: Roster, rules: CompetitionRules, standings: Standings
    ) -> [CityFigures] {
        let cities = Dictionary(roster.teams.map { ($0.id, $0.city) }) { first, _ in first }
        let registered = Dictionary(grouping: roster.candidates) { cities[$0.team] ?? "" }
        let totals = Dictionary(scores.map { ($0.ticket, $0.total) }) { first, _ in first }
        let honoured = Dictionary(grouping: standings.individuals) { cities[$0.team] ?? "" }
        let advancing = Dictionary(grouping: standings.teams.filter(\.advances), by: \.city)

        var seen: Set<String> = []
        return roster.teams.map(\.city).filter { seen.insert($0).inserted }.map { city in
            let people = registered[city] ?? []
            let earned = people.compactMap { totals[$0.ticket] }
            let honours = (honoured[city] ?? []).flatMap(\.honours)
            return CityFigures(
                city: city, registered: people.count, present: earned.count,
                mean: Mark.mean(of: earned), best: earned.max(),
                spread: FiveNumbers(of: earned),
                advancing: (advancing[city] ?? []).map(\.team),
                honours: rules.honours.compactMap { honour in
                    let count = honours.count { $0 == honour.name }
                    return count > 0 ? HonourCount(name: honour.name, count: count) : nil
                })
        }
    }
}
