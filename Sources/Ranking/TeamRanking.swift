import ExamModel

/// The teams in order, and which of them advance.
struct TeamRanking {
    let ladder: Ladder<Squad>
    /// Teams of which nobody has a score: they come last and never advance.
    let absent: [Team]
    let rules: CompetitionRules
    let cut: Cut<Squad>
    let advancing: Set<TeamID>
    /// Teams tied across the cut, until the judges have decided.
    let undecided: Set<TeamID>

    init(ladder: Ladder<Squad>, absent: [Team], rules: CompetitionRules) {
        self.ladder = ladder
        self.absent = absent
        self.rules = rules
        cut = ladder.cut(after: rules.advancing)
        advancing = Set(cut.inside.map(\.team.id))
        undecided = Set(cut.tied.map(\.team.id))
    }

    var standings: [TeamStanding] {
        let reason = TeamReason(ranking: self)
        let ranked = ladder.steps.indices.flatMap { index in
            ladder.steps[index].members.map { squad in
                TeamStanding(
                    rank: ladder.steps[index].rank, team: squad.team.id, city: squad.team.city,
                    total: squad.merit.total,
                    counted: squad.counted.map { .init(ticket: $0.candidate.ticket, score: $0.merit.total) },
                    advances: advancing.contains(squad.team.id), why: reason.text(for: squad, step: index))
            }
        }
        let last = absent.map { team in
            TeamStanding(
                rank: ladder.count + 1, team: team.id, city: team.city, total: .zero, counted: [], advances: false,
                why: reason.absence)
        }
        return ranked + last
    }

    var tieFlags: [StandingsFlag] {
        cut.tied.isEmpty ? [] : [.tiedTeams(cut)]
    }

    var shortFlags: [StandingsFlag] {
        let short = ladder.steps.flatMap(\.members).filter { $0.counted.count < rules.counted }
        return short.map { .shortTeam($0.team.id, present: $0.counted.count, counted: rules.counted) }
            + absent.map { .shortTeam($0.id, present: 0, counted: rules.counted) }
    }
}
