import ExamModel

/// Everybody who sat in order, and who earns which honour.
struct IndividualRanking {
    let ladder: Ladder<Person>
    let honours: [HonourRoll]
    /// Honours whose second reading gives another count than the first, which applies.
    let crossCheckFlags: [StandingsFlag]
    private let rules: CompetitionRules

    init(
        ladder: Ladder<Person>, teams: TeamRanking, rules: CompetitionRules, registered: Int, bench: Bench
    ) {
        self.ladder = ladder
        self.rules = rules
        let base = { (share: Honour.CrossCheck) in share.base == .present ? ladder.count : registered }
        let places = { (honour: Honour) -> Int? in
            if honour.atLeast != nil { return nil }
            if let share = honour.share { return share.count(of: base(share)) }
            return honour.perTeam ?? honour.count
        }
        honours = rules.honours.map { HonourRoll($0, places: places($0), among: ladder, teams: teams, bench: bench) }
        crossCheckFlags = rules.honours.compactMap { honour in
            guard let check = honour.crossCheck, let places = places(honour) else { return nil }
            let expected = check.count(of: base(check))
            return expected == places
                ? nil : .crossCheck(honour, places: places, check, base: base(check), expected: expected)
        }
    }

    var isEmpty: Bool { ladder.steps.isEmpty }

    var standings: [IndividualStanding] {
        let reason = IndividualReason(ladder: ladder, rules: rules, honours: honours)
        return ladder.steps.indices.flatMap { index in
            ladder.steps[index].members.map { person in
                let candidate = person.candidate
                return IndividualStanding(
                    rank: ladder.steps[index].rank, ticket: candidate.ticket, name: candidate.name,
                    team: candidate.team, score: person.merit.total,
                    honours: honours.filter { $0.earned.contains(candidate.ticket) }.map(\.honour.name),
                    why: reason.text(for: person, step: index))
            }
        }
    }
}
