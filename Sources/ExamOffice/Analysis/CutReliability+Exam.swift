import ExamModel
import ItemAnalysis

extension CutReliability {
    /// How far the cuts of an exam would hold on another paper: the cut between teams, and those of the honours.
    ///
    /// - Parameter seed: Draws the papers.
    static func all(
        scores: [Score], roster: Roster, rules: CompetitionRules, standings: Standings, seed: Seed
    ) -> [CutReliability] {
        let positions = Dictionary(scores.enumerated().map { ($1.ticket, $0) }) { first, _ in first }
        let members = Dictionary(grouping: roster.candidates, by: \.team)
        let teams = standings.teams.map { team in
            (name: team.team.text, people: (members[team.team] ?? []).compactMap { positions[$0.ticket] })
        }
        let advancing = Set(standings.teams.filter(\.advances).map(\.team))
        // Where other results count beside the written exam, items alone say nothing of the teams.
        let places = rules.components == nil ? advancing.count : 0
        let between = Cut(name: "晋级", places: places, entrants: teams, counted: rules.counted)
        let honours = rules.honours.map { honour in
            let entrants = standings.individuals.filter { !honour.excludesAdvancing || !advancing.contains($0.team) }
            return Cut(
                name: honour.name, places: entrants.count { $0.honours.contains(honour.name) },
                entrants: entrants.map { ("\($0.name)（\($0.ticket)）", [positions[$0.ticket]].compactMap(\.self)) },
                counted: 1)
        }
        // A thousand papers tell a share to about a hundredth; fewer do for an exam whose cuts are crowded anyhow.
        let resamples = scores.count <= 5000 ? 1000 : 200
        return all([between] + honours, ItemMarks(scores), resamples: resamples, seed: seed)
    }
}

extension ItemMarks {
    /// People in the order of the scores; those with the same form have the same items.
    fileprivate init(_ scores: [Score]) {
        let forms = Dictionary(grouping: scores.indices) { scores[$0].form }
        self.init(
            forms: forms.sorted { $0.key < $1.key }.map { _, people in
                Form(
                    sections: scores[people[0]].sectionSizes, people: people,
                    marks: people.map { scores[$0].items.map { Int32(clamping: $0.marks.thousandths) } })
            }, count: scores.count)
    }
}

extension Score {
    /// How many items each section has: one after the other until their full marks are the section's.
    fileprivate var sectionSizes: [Int] {
        var (sizes, next): ([Int], Int) = ([], 0)
        for section in sections {
            let first = next
            var full = Mark.zero
            while next < items.count, full < section.full {
                full = full + items[next].full
                next += 1
            }
            sizes.append(next - first)
        }
        if next < items.count { sizes.append(items.count - next) }
        return sizes
    }
}
