import ExamModel

/// Standings before they are put into words.
struct Outcome {
    let field: Field
    let teams: TeamRanking
    let individuals: IndividualRanking
    let rules: CompetitionRules
    let bench: Bench

    var openTies: [OpenTie] {
        let cut =
            teams.cut.tied.isEmpty
            ? [] : [OpenTie(matter: Adjudication.advancing, tied: teams.cut.tied.map(\.name), open: teams.cut.open)]
        let prizes = teams.prizes.filter { !$0.cut.tied.isEmpty }.map {
            OpenTie(matter: $0.prize.name, tied: $0.cut.tied.map(\.name), open: $0.cut.open)
        }
        return cut + prizes + individuals.honours.flatMap(\.openTies)
    }

    func flags(_ candidates: [TicketNumber: Candidate]) -> [StandingsFlag] {
        let decided =
            [teams.cut.decision].compactMap(\.self) + teams.prizes.compactMap(\.cut.decision)
            + individuals.honours.flatMap(\.decisions)
        let present = Set(field.people.map(\.candidate.ticket)).union(field.barred)
        let absent = candidates.keys.filter { !present.contains($0) }.sorted()
        return teams.tieFlags + individuals.honours.flatMap(\.flags) + individuals.crossCheckFlags
            + teams.shortFlags
            + field.gaps.sorted { $0.key < $1.key }.map { .gaps(in: $0.key, $0.value) }
            + (field.barred.isEmpty ? [] : [.barred(field.barred)])
            + (absent.isEmpty || individuals.isEmpty ? [] : [.absent(absent)])
            + bench.stale(among: decided).map { .staleAdjudication($0) }
            + (rules.peopleDecide == true ? [.peopleDecide] : [])
    }

    /// The share of each 市州's people who took part, most first, then by name.
    func participation(
        _ teams: [TeamID: Team], _ candidates: [TicketNumber: Candidate]
    ) -> [CityParticipation] {
        let present = Set(field.people.map(\.candidate.ticket))
        let cities = Dictionary(grouping: candidates.values) { teams[$0.team]?.city ?? "" }
        let counts = cities.map { city, people in
            (city: city, registered: people.count, present: people.count { present.contains($0.ticket) })
        }
        let sorted = counts.sorted { left, right in
            let (first, second) = (left.present * right.registered, right.present * left.registered)
            return first == second ? left.city < right.city : first > second
        }
        return sorted.map { entry in
            let better = sorted.count { $0.present * entry.registered > entry.present * $0.registered }
            return CityParticipation(
                rank: better + 1, city: entry.city, registered: entry.registered, present: entry.present)
        }
    }
}
