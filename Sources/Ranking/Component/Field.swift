import ExamModel

/// Everybody who takes part, with their marks of all components put together.
struct Field {
    let people: [Person]
    let squads: [Squad]
    /// People with marks who are barred: in none of the lists.
    let barred: [TicketNumber]
    /// People and teams without marks in a component that others of theirs have.
    private(set) var gaps: [String: [String]] = [:]

    private let rules: CompetitionRules
    private let teams: [TeamID: Team]

    init(
        _ components: [ComponentScores], rules: CompetitionRules, teams: [TeamID: Team],
        candidates: [TicketNumber: Candidate], barred: Set<TicketNumber>
    ) throws(Refusal) {
        self.rules = rules
        self.teams = teams
        let intake = try Intake(components, rules: rules, candidates: candidates, teams: teams)
        let admitted = intake.people.filter { !barred.contains($0.candidate.ticket) }
        people = admitted
        self.barred = intake.people.map(\.candidate.ticket).filter(barred.contains)
        squads = rules.individualsOnly == true ? [] : Self.squads(admitted, intake.teamMarks, rules, teams)
        gaps = Self.gaps(admitted, squads, intake.teamMarks, rules)
        try refuseImpossible()
    }

    /// Nobody has more in a component than can be earned: people by themselves, teams by the sum that counts.
    private func refuseImpossible() throws(Refusal) {
        let components = rules.allComponents.filter { $0.full != nil }
        let findings = components.flatMap { component in
            people.compactMap { component.fault(of: $0.marks.marks(in: component.name), $0.candidate.ticket.text) }
                + squads.compactMap { squad in
                    squad.components.first { $0.name == component.name }.flatMap {
                        component.fault(of: $0.marks, squad.team.id.text)
                    }
                }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
    }

    private static func squads(
        _ people: [Person], _ teamMarks: [String: [TeamID: Mark]], _ rules: CompetitionRules, _ teams: [TeamID: Team]
    ) -> [Squad] {
        let members = Dictionary(grouping: people, by: \.candidate.team)
        return teams.values.compactMap { team in
            let best = Ladder(rules.countsPeople ? members[team.id] ?? [] : []).steps.flatMap(\.members)
            let counted = Array(best.prefix(rules.counted))
            let given = rules.allComponents.contains { teamMarks[$0.name]?[team.id] != nil }
            guard !counted.isEmpty || given else { return nil }
            let own = rules.allComponents.filter { rules.countsPeople || $0.subject == .team }
            let components = own.map { component in
                let marks =
                    switch component.subject {
                    case .person: counted.reduce(.zero) { $0 + $1.marks.marks(in: component.name) }
                    case .team: teamMarks[component.name]?[team.id] ?? .zero
                    }
                return ComponentMark(
                    name: component.name, marks: marks, counts: component.contribution(of: marks))
            }
            return Squad(
                team: team, counted: counted, components: components,
                merit: Merit(of: counted, components: components, by: rules.tieBreaks))
        }
    }

    private static func gaps(
        _ people: [Person], _ squads: [Squad], _ teamMarks: [String: [TeamID: Mark]], _ rules: CompetitionRules
    ) -> [String: [String]] {
        var gaps: [String: [String]] = [:]
        for component in rules.allComponents {
            let missing =
                switch component.subject {
                case .person: people.filter { !$0.marks.has(component.name) }.map(\.candidate.ticket.text)
                case .team: squads.map(\.team.id).filter { teamMarks[component.name]?[$0] == nil }.map(\.text)
                }
            if !missing.isEmpty { gaps[component.name] = missing.sorted() }
        }
        return gaps
    }
}
