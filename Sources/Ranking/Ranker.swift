package import ExamModel

/// Turns scores into standings by the rules of the competition (排名). Pure: the order of its input changes nothing.
///
/// - A team's total is made of the rules' components: of those that people have marks in, the sum over its best members
///   who sat, as many as the rules count; of the others the team's own marks; each by its weight. Of members with
///   equal scores those with the better tie-break figures count, then those with the lower ticket; as members who are
///   equal in score and all figures add the same to the team's, its figures depend on no order.
/// - Totals that are equal are ordered by the tie-breaks; what is then still equal shares a rank.
/// - A tie across a cut is never broken: nobody tied is inside, and a flag says how many places are open, until
///   judges have decided that very tie.
package struct Ranker: Sendable {
    let rules: CompetitionRules
    let teams: [TeamID: Team]
    let candidates: [TicketNumber: Candidate]
    private let adjudications: [Adjudication]
    private let barred: Set<TicketNumber>

    /// - Parameters:
    ///   - adjudications: What judges decided about ties, the last decision of a matter first to hold.
    ///   - barred: People who may not take part, whatever marks they have.
    /// - Throws: `BAD_RULES`, `NAMED_TWICE`, `UNKNOWN_TEAM`, `TEAM_TOO_LARGE`.
    package init(
        rules: CompetitionRules, roster: Roster, adjudications: [Adjudication] = [], barred: Set<TicketNumber> = []
    ) throws(Refusal) {
        let findings = rules.faults(for: roster) + roster.faults(teamSize: rules.teamSize)
        guard findings.isEmpty else { throw Refusal(findings) }
        self.rules = rules
        self.adjudications = adjudications
        self.barred = barred
        teams = Dictionary(roster.teams.map { ($0.id, $0) }) { first, _ in first }
        candidates = Dictionary(roster.candidates.map { ($0.ticket, $0) }) { first, _ in first }
    }

    /// The standings of an exam whose written scores are all there is.
    package func standings(for scores: [Score]) throws(Refusal) -> Standings {
        try standings(for: [ComponentScores(name: Component.written.name, people: scores)])
    }

    /// - Parameter components: The marks of each component of the rules, once; people without any are flagged as absent
    ///   and not ranked.
    /// - Throws: `SCORE_OF_NOBODY`, `SCORED_TWICE`, `IMPOSSIBLE_SCORE`, `UNKNOWN_SECTION`, `UNKNOWN_TEAM`,
    ///   `COMPONENT_MISSING`.
    package func standings(for components: [ComponentScores]) throws(Refusal) -> Standings {
        let outcome = try outcome(of: components)
        let participation = rules.reportsParticipation == true ? outcome.participation(teams, candidates) : nil
        return Standings(
            teams: outcome.teams.standings(for: rules), individuals: outcome.individuals.standings,
            flags: outcome.flags(candidates), cities: participation)
    }

    /// The ties at cuts that wait for judges.
    package func openTies(for components: [ComponentScores]) throws(Refusal) -> [OpenTie] {
        try outcome(of: components).openTies
    }

    private func outcome(of components: [ComponentScores]) throws(Refusal) -> Outcome {
        let field = try Field(components, rules: rules, teams: teams, candidates: candidates, barred: barred)
        let bench = Bench(adjudications)
        let present = Set(field.squads.map(\.team.id))
        let absent = rules.individualsOnly == true ? [] : teams.values.filter { !present.contains($0.id) }
        let ranking = TeamRanking(
            ladder: Ladder(field.squads), absent: absent.sorted { $0.id < $1.id }, rules: rules, bench: bench)
        return Outcome(
            field: field, teams: ranking,
            individuals: IndividualRanking(
                ladder: Ladder(field.people), teams: ranking, rules: rules, registered: candidates.count, bench: bench),
            rules: rules, bench: bench)
    }
}
