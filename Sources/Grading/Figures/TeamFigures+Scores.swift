import ExamModel

extension TeamFigures {
    static func all(scores: [Score], topics: TopicIndex, roster: Roster, standings: Standings) -> [TeamFigures] {
        let teams = Dictionary(roster.candidates.map { ($0.ticket, $0.team) }) { first, _ in first }
        let members = Dictionary(grouping: scores) { teams[$0.ticket] }
        return standings.teams.compactMap { standing in
            members[standing.team].map {
                TeamFigures(team: standing.team, topics: topics.rates(in: $0))
            }
        }
    }
}
