package import ExamModel

/// Turns scores into standings by the rules of the competition (排名). Pure: the order of its input changes nothing.
///
/// - A team's total is the sum of the scores of its best members who sat, as many as the rules count. Of members with
///   equal scores those with the better tie-break figures count, then those with the lower ticket; as members who are
///   equal in score and all figures add the same to the team's, its figures depend on no order.
/// - Totals that are equal are ordered by the tie-breaks; what is then still equal shares a rank.
/// - A tie across a cut is never broken: nobody tied is inside, and a flag says how many places are open.
package struct Ranker: Sendable {
    let rules: CompetitionRules
    let teams: [TeamID: Team]
    let candidates: [TicketNumber: Candidate]

    /// - Throws: `BAD_RULES`, `NAMED_TWICE`, `UNKNOWN_TEAM`, `TEAM_TOO_LARGE`.
    package init(rules: CompetitionRules, roster: Roster) throws(Refusal) {
        let findings = rules.faults + roster.faults(teamSize: rules.teamSize)
        guard findings.isEmpty else { throw Refusal(findings) }
        self.rules = rules
        teams = Dictionary(roster.teams.map { ($0.id, $0) }) { first, _ in first }
        candidates = Dictionary(roster.candidates.map { ($0.ticket, $0) }) { first, _ in first }
    }

    /// - Parameter scores: Of everybody who sat; candidates without one are flagged as absent and not ranked.
    /// - Throws: `SCORE_OF_NOBODY`, `SCORED_TWICE`, `IMPOSSIBLE_SCORE`, `UNKNOWN_SECTION`.
    package func standings(for scores: [Score]) throws(Refusal) -> Standings {
        let people = try people(with: scores)
        let squads = squads(of: people)
        let teams = TeamRanking(ladder: Ladder(squads), absent: absentTeams(squads), rules: rules)
        let individuals = IndividualRanking(ladder: Ladder(people), teams: teams, rules: rules)
        let flags =
            teams.tieFlags + individuals.honours.flatMap(\.flags)
            + rules.crossChecks(present: people.count, registered: candidates.count)
            + teams.shortFlags + absenceFlags(people)
        return Standings(teams: teams.standings, individuals: individuals.standings, flags: flags)
    }

    private func people(with scores: [Score]) throws(Refusal) -> [Person] {
        var findings: [Finding] = []
        var people: [TicketNumber: Person] = [:]
        for score in scores {
            guard let candidate = candidates[score.ticket] else {
                findings.append(.scoreOfNobody(score.ticket))
                continue
            }
            if let fault = score.fault { findings.append(fault) }
            guard let merit = Merit(of: score, by: rules.tieBreaks) else {
                findings.append(.unknownSection(score, rules: rules))
                continue
            }
            if people.updateValue(Person(candidate: candidate, merit: merit), forKey: score.ticket) != nil {
                findings.append(.scoredTwice(score.ticket))
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return people.values.sorted { $0.candidate.ticket < $1.candidate.ticket }
    }

    private func squads(of people: [Person]) -> [Squad] {
        Dictionary(grouping: people, by: \.candidate.team).compactMap { id, members in
            guard let team = teams[id] else { return nil }
            let counted = Array(Ladder(members).steps.flatMap(\.members).prefix(rules.counted))
            let merit = Merit.sum(counted.map(\.merit), tieBreaks: rules.tieBreaks.count)
            return Squad(team: team, counted: counted, merit: merit)
        }
    }

    private func absentTeams(_ squads: [Squad]) -> [Team] {
        let present = Set(squads.map(\.team.id))
        return teams.values.filter { !present.contains($0.id) }.sorted { $0.id < $1.id }
    }

    private func absenceFlags(_ people: [Person]) -> [StandingsFlag] {
        let present = Set(people.map(\.candidate.ticket))
        let absent = candidates.keys.filter { !present.contains($0) }.sorted()
        return absent.isEmpty ? [] : [.absent(absent)]
    }
}
