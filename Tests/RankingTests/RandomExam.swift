import ExamModel
import Foundation

/// An exam drawn from a seed, with few different marks so that ties are frequent, and people and teams that stay away.
struct RandomExam: Codable {
    var rules: CompetitionRules
    var roster: Roster
    var scores: [Score]

    private static let sections = ["单项选择题", "多项选择题"]

    init(_ generator: inout SeededGenerator) {
        let teamSize = 2 + generator.below(3)
        rules = Self.rules(teamSize: teamSize, &generator)
        var (teams, candidates): ([Team], [Candidate]) = ([], [])
        (scores, roster) = ([], Roster(teams: [], candidates: []))
        let absence = 1 + generator.below(8)
        for number in 0..<(3 + generator.below(10)) {
            let team = Team(id: TeamID("第\(number)队"), city: ["甲市", "乙市", "丙市"][number % 3])
            teams.append(team)
            for member in 0..<(generator.below(teamSize) + 1) {
                let candidate = Self.candidate(TicketNumber("51\(100 * number + member)"), of: team.id)
                candidates.append(candidate)
                if generator.below(10) > absence / 2 {
                    scores.append(Self.score(of: candidate.ticket, &generator))
                }
            }
        }
        generator.shuffle(&candidates)
        generator.shuffle(&teams)
        generator.shuffle(&scores)
        roster = Roster(teams: teams, candidates: candidates)
    }

    static func score(of ticket: TicketNumber, _ generator: inout SeededGenerator) -> Score {
        let marks = sections.map { _ in Mark(thousandths: 500 * (10 + generator.below(4))) }
        return score(of: ticket, marks: marks, seconds: 600 * (1 + generator.below(2)))
    }

    static func score(of ticket: TicketNumber, marks: [Mark], seconds: Int) -> Score {
        Score(
            ticket: ticket, form: "A", total: marks.reduce(.zero, +),
            sections: zip(sections, marks).map { SectionScore(title: $0, marks: $1, full: Mark(50)) },
            items: [], seconds: seconds)
    }

    static func candidate(_ ticket: TicketNumber, of team: TeamID) -> Candidate {
        guard let identity = IdentityNumber(text: "11010519491231002X") else { fatalError("a valid number") }
        return Candidate(
            ticket: ticket, name: "考生\(ticket)", identity: identity, team: team, unit: "某县社保局", role: .regular,
            seat: nil)
    }

    private static func rules(teamSize: Int, _ generator: inout SeededGenerator) -> CompetitionRules {
        let breaks: [TieBreak] = [.section("多项选择题"), .time, .section("单项选择题")]
        let roundings: [Honour.CrossCheck.Rounding] = [.down, .up, .nearest]
        let check = Honour.CrossCheck(
            share: Share(basisPoints: 100 * (5 + generator.below(20))),
            base: generator.below(2) == 0 ? .present : .registered, rounding: roundings[generator.below(3)])
        return CompetitionRules(
            teamSize: teamSize, counted: 1 + generator.below(teamSize), advancing: generator.below(8),
            tieBreaks: Array(breaks.prefix(generator.below(4))),
            honours: [
                Honour(name: "知识通", count: generator.below(6), crossCheck: check, excludesAdvancing: false),
                Honour(name: "挑战团", count: generator.below(8), crossCheck: nil, excludesAdvancing: true),
            ])
    }
}
