import ExamModel

/// The teams in order, and which of them advance.
struct TeamRanking {
    let ladder: Ladder<Squad>
    /// Teams of which nobody has a score: they come last and never advance.
    let absent: [Team]
    let rules: CompetitionRules
    /// Of the teams that compete for places: all but the host.
    let cut: Cut<Squad>
    let advancing: Set<TeamID>
    /// Teams tied across the cut, until the judges have decided.
    let undecided: Set<TeamID>
    let prizes: [PrizeRoll]

    init(ladder: Ladder<Squad>, absent: [Team], rules: CompetitionRules, bench: Bench) {
        self.ladder = ladder
        self.absent = absent
        self.rules = rules
        let competing = ladder.steps.flatMap(\.members).filter { $0.team.id != rules.host }
        cut = bench.decided(Ladder(competing).cut(after: rules.advancing), on: Adjudication.advancing)
        advancing = Set(cut.inside.map(\.team.id)).union([rules.host].compactMap(\.self))
        undecided = Set(cut.tied.map(\.team.id))
        prizes = PrizeRoll.rolls(of: rules.prizes ?? [], among: ladder, bench: bench)
    }

    func standings(for rules: CompetitionRules) -> [TeamStanding] {
        let reason = TeamReason(ranking: self)
        let showsComponents = rules.components != nil
        let ranked = ladder.steps.indices.flatMap { index in
            ladder.steps[index].members.map { squad in
                let won = prizes.filter { $0.earned.contains(squad.team.id) }.map(\.prize.name)
                return TeamStanding(
                    rank: ladder.steps[index].rank, team: squad.team.id, city: squad.team.city,
                    total: squad.merit.total,
                    counted: squad.counted.map { .init(ticket: $0.candidate.ticket, score: $0.merit.total) },
                    advances: advancing.contains(squad.team.id), why: reason.text(for: squad, step: index),
                    components: showsComponents ? squad.components : nil,
                    honours: rules.prizes == nil ? nil : won)
            }
        }
        let last = absent.map { team in
            TeamStanding(
                rank: ladder.count + 1, team: team.id, city: team.city, total: .zero, counted: [],
                advances: advancing.contains(team.id), why: reason.absence(of: team),
                components: showsComponents ? [] : nil, honours: rules.prizes == nil ? nil : [])
        }
        return ranked + last
    }

    var tieFlags: [StandingsFlag] {
        (cut.tied.isEmpty ? [] : [.tiedTeams(cut)])
            + prizes.filter { !$0.cut.tied.isEmpty }.map { .tiedTeams($0.cut, prize: $0.prize) }
    }

    var shortFlags: [StandingsFlag] {
        guard rules.countsPeople else {
            return absent.map { .shortTeam($0.id, present: 0, counted: rules.counted) }
        }
        let short = ladder.steps.flatMap(\.members).filter { $0.counted.count < rules.counted }
        return short.map { .shortTeam($0.team.id, present: $0.counted.count, counted: rules.counted) }
            + absent.map { .shortTeam($0.id, present: 0, counted: rules.counted) }
    }
}
