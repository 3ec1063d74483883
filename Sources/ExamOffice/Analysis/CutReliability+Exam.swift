import ExamModel
import ItemAnalysis

extension CutReliability {
    /// How far the cuts of an exam would hold on another paper: the cut between teams, and those of the honours.
    ///
    /// Where other results count beside the written exam, items alone say nothing of the places; nor do they of honours
    /// that go by something else than the total, or within each team.
    ///
    /// - Parameters:
    ///   - sections: The section of every item.
    ///   - seed: Draws the papers.
    static func all(
        scores: [Score], sections: [ItemID: String], roster: Roster, rules: CompetitionRules, standings: Standings,
        seed: Seed
    ) -> [CutReliability] {
        guard rules.components == nil else { return [] }
        let positions = Dictionary(scores.enumerated().map { ($1.ticket, $0) }) { first, _ in first }
        let members = Dictionary(grouping: roster.candidates, by: \.team)
        // The host takes no place.
        let teams = standings.teams.filter { $0.team != rules.host }.map { team in
            (name: team.team.text, people: (members[team.team] ?? []).compactMap { positions[$0.ticket] })
        }
        let advancing = Set(standings.teams.filter(\.advances).map(\.team))
        let inside = Set(advancing.map(\.text))
        let between = Cut(
            name: "晋级", places: teams.count { inside.contains($0.name) },
            entrants: teams.filter { inside.contains($0.name) } + teams.filter { !inside.contains($0.name) },
            counted: rules.counted)
        let honours = rules.honours.filter { $0.component == nil && $0.perTeam == nil }.map { honour in
            let excluded = Set(honour.excludedTeams ?? []).union(honour.excludesAdvancing ? advancing : [])
            let entrants = standings.individuals.filter { !excluded.contains($0.team) }
            let holders = entrants.filter { $0.honours.contains(honour.name) }
            let others = entrants.filter { !$0.honours.contains(honour.name) }
            return Cut(
                name: honour.name, places: holders.count,
                entrants: (holders + others).map {
                    ("\($0.name)（\($0.ticket)）", [positions[$0.ticket]].compactMap(\.self))
                }, counted: 1)
        }
        // A thousand papers tell a share to about a hundredth; fewer do for an exam whose cuts are crowded anyhow.
        let resamples = scores.count <= 5000 ? 1000 : 200
        return all([between] + honours, ItemMarks(scores, sections), resamples: resamples, seed: seed)
    }
}

extension ItemMarks {
    /// People in the order of the scores; those with the same form have the same items.
    fileprivate init(_ scores: [Score], _ sections: [ItemID: String]) {
        let forms = Dictionary(grouping: scores.indices) { scores[$0].form }
        self.init(
            forms: forms.sorted { $0.key < $1.key }.map { _, people in
                Form(
                    sections: scores[people[0]].sectionSizes(sections), people: people,
                    marks: people.map { scores[$0].items.map { Int32(clamping: $0.marks.thousandths) } })
            }, count: scores.count)
    }
}

extension Score {
    /// How many items each section has, one after the other. An item of no known section belongs to the one before it.
    fileprivate func sectionSizes(_ sections: [ItemID: String]) -> [Int] {
        var (sizes, current): ([Int], String?) = ([], nil)
        for item in items {
            let section = sections[item.item] ?? current
            if section != current || sizes.isEmpty { sizes.append(0) }
            sizes[sizes.count - 1] += 1
            current = section
        }
        return sizes
    }
}
