import ExamModel
import Testing

@testable import Ranking

struct RankerRefusalTests {
    private func rules(teamSize: Int = 2, counted: Int = 1, advancing: Int = 1, count: Int = 1) -> CompetitionRules {
        CompetitionRules(
            teamSize: teamSize, counted: counted, advancing: advancing, tieBreaks: [.section("多项选择题")],
            honours: [Honour(name: "知识通", count: count, crossCheck: nil, excludesAdvancing: false)])
    }

    private func roster(_ tickets: [TicketNumber], team: TeamID = "A", teams: [TeamID] = ["A"]) -> Roster {
        Roster(
            teams: teams.map { Team(id: $0, city: "甲市") },
            candidates: tickets.map { RandomExam.candidate($0, of: team) })
    }

    private func codes(_ rules: CompetitionRules, _ roster: Roster, _ scores: [Score] = []) -> [FindingCode] {
        do throws(Refusal) {
            _ = try Ranker(rules: rules, roster: roster).standings(for: scores)
            return []
        } catch {
            return error.findings.map(\.code)
        }
    }

    private func score(_ ticket: TicketNumber, _ marks: [Int] = [1, 2]) -> Score {
        RandomExam.score(of: ticket, marks: marks.map { Mark($0) }, seconds: 10)
    }

    @Test func rulesMustBeApplicable() {
        #expect(codes(rules(), roster([])).isEmpty)
        #expect(codes(rules(counted: 0), roster([])) == [.badRules])
        #expect(codes(rules(counted: 3), roster([])) == [.badRules])
        #expect(codes(rules(advancing: -1), roster([])) == [.badRules])
        #expect(codes(rules(count: -1), roster([])) == [.badRules])
    }

    @Test func theRosterMustBeOfOnePiece() {
        #expect(codes(rules(), roster(["1", "1"])) == [.namedTwice])
        #expect(codes(rules(), roster([], teams: ["A", "A"])) == [.namedTwice])
        #expect(codes(rules(), roster(["1"], team: "B")) == [.unknownTeam])
        #expect(codes(rules(), roster(["1", "2", "3"])) == [.teamTooLarge])
    }

    @Test func scoresMustBeOfThePeople() {
        let roster = roster(["1", "2"])
        #expect(codes(rules(), roster, [score("9")]) == [.scoreOfNobody])
        #expect(codes(rules(), roster, [score("1"), score("1")]) == [.scoredTwice])
        #expect(codes(rules(), roster, [score("1", [1])]) == [.unknownSection])
        #expect(codes(rules(), roster, [score("1", [-3, 1])]) == [.impossibleScore])
        #expect(codes(rules(), roster, [score("1", [.max / 1_000_000, 0])]) == [.impossibleScore])
    }
}
