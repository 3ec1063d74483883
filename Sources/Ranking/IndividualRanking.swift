import ExamModel

/// Everybody who sat in order, and who earns which honour.
struct IndividualRanking {
    let ladder: Ladder<Person>
    let honours: [HonourRoll]
    private let rules: CompetitionRules

    init(ladder: Ladder<Person>, teams: TeamRanking, rules: CompetitionRules) {
        self.ladder = ladder
        self.rules = rules
        honours = rules.honours.map {
            HonourRoll($0, among: ladder, advancing: teams.advancing, undecided: teams.undecided)
        }
    }

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
