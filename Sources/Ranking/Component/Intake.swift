import ExamModel

/// Components as they were given, held against the roster and the rules.
struct Intake {
    let people: [Person]
    /// By component, then team.
    let teamMarks: [String: [TeamID: Mark]]

    init(
        _ given: [ComponentScores], rules: CompetitionRules, candidates: [TicketNumber: Candidate],
        teams: [TeamID: Team]
    ) throws(Refusal) {
        var findings: [Finding] = []
        var (scores, teamMarks): ([TicketNumber: [(Component, Score)]], [String: [TeamID: Mark]]) = ([:], [:])
        let personal = rules.allComponents.filter { $0.subject == .person && $0.isOnlyShown != true }
        for component in rules.allComponents {
            let entries = given.filter { $0.name == component.name }
            if entries.count != 1 { findings.append(.componentMissing(component.name)) }
            for score in entries.flatMap(\.people) {
                if candidates[score.ticket] == nil { findings.append(.scoreOfNobody(score.ticket)) }
                if let fault = score.fault { findings.append(fault) }
                if scores[score.ticket]?.contains(where: { $0.0.name == component.name }) == true {
                    findings.append(.scoredTwice(score.ticket))
                }
                scores[score.ticket, default: []].append((component, score))
            }
            for (team, marks) in entries.flatMap(\.teams) {
                if teams[team] == nil { findings.append(.marksOfNoTeam(team)) }
                teamMarks[component.name, default: [:]][team] = marks
            }
        }
        var people: [Person] = []
        for (ticket, own) in scores.sorted(by: { $0.key < $1.key }) {
            guard let candidate = candidates[ticket] else { continue }
            let marks = PersonMarks(own.map { (component: $0.0, score: $0.1) }, isOnly: personal.count == 1)
            guard let merit = Merit(of: marks, by: rules.tieBreaks) else {
                // The same for everybody who sat this paper: said once.
                if let score = own.first?.1, !findings.contains(where: { $0.code == .unknownSection }) {
                    findings.append(.unknownSection(score, rules: rules))
                }
                continue
            }
            people.append(Person(candidate: candidate, marks: marks, merit: merit))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        self.people = people
        self.teamMarks = teamMarks
    }
}

extension Finding {
    static func componentMissing(_ name: String) -> Finding {
        Finding(
            .error, .componentMissing,
            Bilingual("没有“\(name)”的成绩，或给了不止一份", "the marks of \(name) are missing, or given more than once"))
    }

    static func marksOfNoTeam(_ team: TeamID) -> Finding {
        Finding(
            .error, .unknownTeam,
            Bilingual("名册中没有代表队“\(team)”；请核对成绩表或名册", "the roster has no team \(team); check the table or the roster"))
    }
}
