import ExamModel
import Foundation
import Testing

@testable import Ranking

struct RankerTests {
    /// Teams of four whose members earn these totals, all of it in 多项选择题 but for `single` marks.
    private func standings(
        _ totals: [(team: String, scores: [String])], advancing: Int = 1, tieBreaks: [TieBreak] = [],
        honours: [Honour] = [], single: [TicketNumber: Int] = [:], seconds: [TicketNumber: Int] = [:],
        absent: Int = 0
    ) throws -> Standings {
        var (candidates, scores): ([Candidate], [Score]) = ([], [])
        for (team, texts) in totals {
            for (index, text) in texts.enumerated() {
                let ticket = TicketNumber("\(team)\(index + 1)")
                candidates.append(RandomExam.candidate(ticket, of: TeamID(team)))
                let total = try #require(Mark(text))
                let first = Mark(single[ticket] ?? 0)
                scores.append(
                    RandomExam.score(of: ticket, marks: [first, total - first], seconds: seconds[ticket] ?? 1000))
            }
        }
        for number in 0..<absent {
            candidates.append(RandomExam.candidate(TicketNumber("Z\(number)"), of: TeamID(totals[0].team)))
        }
        let rules = CompetitionRules(
            teamSize: 8, counted: 3, advancing: advancing, tieBreaks: tieBreaks, honours: honours)
        let roster = Roster(teams: totals.map { Team(id: TeamID($0.team), city: "甲市") }, candidates: candidates)
        return try Ranker(rules: rules, roster: roster).standings(for: scores)
    }

    @Test func sumsTheThreeBest() throws {
        let result = try standings([("A", ["90.5", "60", "95.5", "92"]), ("B", ["70", "70", "70"])])
        #expect(result.teams.map(\.team) == ["A", "B"])
        #expect(result.teams[0].total == Mark(278))
        #expect(result.teams[0].counted.map(\.ticket) == ["A3", "A4", "A1"])
        #expect(result.teams[0].why == "三名计分队员 95.5+92+90.5=278；列前1名，晋级")
        #expect(result.teams[1].why == "三名计分队员 70+70+70=210；未列入前1名")
        #expect(result.flags.isEmpty)
    }

    @Test func saysWhichTieBreakDecided() throws {
        let result = try standings(
            [("A", ["90", "80", "70"]), ("B", ["80", "80", "80"]), ("C", ["90", "90", "60"])], advancing: 2,
            tieBreaks: [.section("多项选择题"), .time], single: ["A1": 5, "B1": 5], seconds: ["A1": 900])
        #expect(result.teams.map(\.team) == ["C", "A", "B"])
        #expect(result.teams.map(\.rank) == [1, 2, 3])
        #expect(result.teams[0].why == "三名计分队员 90+90+60=240；与第2名同分，按“多项选择题”得分 240>235 排在前；列前2名，晋级")
        #expect(
            result.teams[1].why
                == "三名计分队员 90+80+70=240；与第1名同分，按“多项选择题”得分 235<240 排在后；与第3名同分，按用时合计 2900秒<3000秒 排在前；列前2名，晋级")
        #expect(result.teams[2].why.contains("与第2名同分，按用时合计 3000秒>2900秒 排在后；未列入前2名"))
    }

    @Test func aTieAcrossTheCutIsNotDecided() throws {
        let result = try standings(
            [("A", ["90"]), ("B", ["80"]), ("C", ["80"]), ("D", ["80"]), ("E", ["70"])], advancing: 3)
        #expect(result.teams.map(\.rank) == [1, 2, 2, 2, 5])
        #expect(result.teams.map(\.advances) == [true, false, false, false, false])
        #expect(result.teams[1].why.contains("与C、D同分，并列第2名；3 队争 2 个晋级名额，并列待裁定"))
        let flag = try #require(result.flags.first { $0.code == .tieAtCut })
        #expect(flag.subjects == ["B", "C", "D"])
        #expect(flag.message.chinese.contains("晋级名额还有 2 个"))
    }

    @Test func aTieThatFitsNeedsNoDecision() throws {
        let result = try standings([("A", ["80"]), ("B", ["80"]), ("C", ["70"])], advancing: 2)
        #expect(result.teams.map(\.advances) == [true, true, false])
        #expect(!result.flags.contains { $0.code == .tieAtCut })
    }

    @Test func shortTeamsAreFlaggedAndAbsentOnesComeLast() throws {
        let result = try standings([("A", []), ("B", ["50", "40"]), ("C", ["0", "0", "0"])], advancing: 3)
        #expect(result.teams.map(\.team) == ["B", "C", "A"])
        #expect(result.teams.map(\.advances) == [true, true, false])
        #expect(result.teams[0].total == Mark(90))
        #expect(result.teams[0].why.hasPrefix("只有两名队员有成绩（应计三名） 50+40=90"))
        #expect(result.flags.filter { $0.code == .shortTeam }.map(\.subjects) == [["B"], ["A"]])
    }

    @Test func memberAtTheBoundaryIsChosenByTieBreaksThenTicket() throws {
        let byTicket = try standings([("A", ["90", "80", "80", "80"])])
        #expect(byTicket.teams[0].counted.map(\.ticket) == ["A1", "A2", "A3"])
        let byTime = try standings([("A", ["90", "80", "80", "80"])], tieBreaks: [.time], seconds: ["A4": 900])
        #expect(byTime.teams[0].counted.map(\.ticket) == ["A1", "A4", "A2"])
    }

    private let knowing = Honour(
        name: "知识通", count: 2,
        crossCheck: .init(share: Share(basisPoints: 2000), base: .present, rounding: .down), excludesAdvancing: false)
    private let challengers = Honour(name: "挑战团", count: 2, crossCheck: nil, excludesAdvancing: true)

    @Test func honoursGoByRankAndLeaveAdvancingTeamsOut() throws {
        let result = try standings(
            [("A", ["90", "89", "70"]), ("B", ["88", "50", "40"]), ("C", ["87", "30", "20"])],
            honours: [knowing, challengers])
        #expect(result.individuals.filter { $0.honours.contains("知识通") }.map(\.ticket) == ["A1", "A2"])
        #expect(result.individuals.filter { $0.honours.contains("挑战团") }.map(\.ticket) == ["B1", "C1"])
        #expect(result.individuals[0].why == "总分 90；前2名，获“知识通”")
        let flag = try #require(result.flags.first)
        #expect(flag.code == .crossCheck)
        #expect(flag.message.chinese.contains("规则定为 2 名，实考人数的 20%（舍去小数）为 1 名（9 人）；按 2 名执行"))
    }

    @Test func aTieForTheLastHonourIsNotDecided() throws {
        let result = try standings(
            [("A", ["90", "80", "80"]), ("B", ["80"])], honours: [knowing])
        #expect(result.individuals.filter { !$0.honours.isEmpty }.map(\.ticket) == ["A1"])
        #expect(result.individuals[1].why == "总分 80；与考生A3、考生B1同分，并列第2名；“知识通”末位并列待裁定")
        let flag = try #require(result.flags.first { $0.code == .tieAtCut })
        #expect(flag.subjects == ["A2", "A3", "B1"])
    }

    /// B and C are tied for the one place: their people are passed over, those in reach are named, and who has the
    /// honour only because of it is told so.
    @Test func peopleOfUndecidedTeamsArePassedOverAndFlagged() throws {
        let result = try standings(
            [("B", ["90", "10"]), ("C", ["60", "40"]), ("D", ["50"]), ("E", ["20", "9"])], honours: [challengers])
        #expect(result.individuals.filter { !$0.honours.isEmpty }.map(\.ticket) == ["D1", "E1"])
        let flag = try #require(result.flags.first { $0.subjects == ["B1", "C1", "C2"] })
        #expect(flag.code == .tieAtCut)
        #expect(result.individuals[0].why.contains("暂未计入“挑战团”"))
        #expect(result.individuals.first { $0.ticket == "D1" }?.why.contains("晋级裁定后可能变动") == true)
        #expect(result.individuals.first { $0.ticket == "B2" }?.why == "总分 10", "out of reach whatever is decided")
    }

    /// Two are tied for the one first prize: neither has the second until the judges have spoken, who is third has it.
    @Test func aTieForAPrizeHoldsBackTheNext() throws {
        let totals = [("A", 90), ("B", 90), ("C", 80), ("D", 70)]
        let exam = try prizes(totals, [("一等奖", 1), ("二等奖", 2), ("三等奖", 1)])
        #expect(exam.prizes == [[], [], ["二等奖"], ["三等奖"]])
        #expect(exam.ties.map(\.matter) == ["一等奖"] && exam.ties.map(\.open) == [1])
        let decision = Adjudication(matter: "一等奖", tied: ["A", "B"], chosen: ["B"], reason: "加赛")
        let decided = try prizes(totals, [("一等奖", 1), ("二等奖", 2), ("三等奖", 1)], [decision])
        #expect(decided.prizes == [["二等奖"], ["一等奖"], ["二等奖"], ["三等奖"]])
        #expect(decided.ties.isEmpty)
    }

    /// Four are tied for three prizes of two kinds: first things first.
    @Test func prizesAreDecidedOneAfterTheOther() throws {
        let totals = [("A", 90), ("B", 90), ("C", 90), ("D", 90), ("E", 10)]
        let kinds = [("一等奖", 1), ("二等奖", 2), ("三等奖", 2)]
        let exam = try prizes(totals, kinds)
        #expect(exam.prizes == [[], [], [], [], ["三等奖"]])
        #expect(exam.ties.map(\.matter) == ["一等奖"])
        let first = Adjudication(matter: "一等奖", tied: ["A", "B", "C", "D"], chosen: ["C"], reason: "加赛")
        let next = try prizes(totals, kinds, [first])
        #expect(next.ties.map(\.matter) == ["二等奖"] && next.ties.map(\.open) == [2])
        #expect(next.ties.map(\.tied) == [["A", "B", "D"]])
        let second = Adjudication(matter: "二等奖", tied: ["A", "B", "D"], chosen: ["A", "D"], reason: "加赛")
        let all = try prizes(totals, kinds, [first, second])
        #expect(all.prizes == [["二等奖"], ["三等奖"], ["一等奖"], ["二等奖"], ["三等奖"]])
    }

    /// Each team's prizes by name, and the ties left open, where every team is one person.
    private func prizes(
        _ totals: [(team: String, marks: Int)], _ prizes: [(name: String, count: Int)], _ decisions: [Adjudication] = []
    ) throws -> (prizes: [[String]], ties: [OpenTie]) {
        let rules = CompetitionRules(
            teamSize: 1, counted: 1, advancing: 0, tieBreaks: [], honours: [],
            prizes: prizes.map { Prize(name: $0.name, count: $0.count) })
        let roster = Roster(
            teams: totals.map { Team(id: TeamID($0.team), city: "甲市") },
            candidates: totals.map { RandomExam.candidate(TicketNumber($0.team), of: TeamID($0.team)) })
        let ranker = try Ranker(rules: rules, roster: roster, adjudications: decisions)
        let scores = totals.map {
            RandomExam.score(of: TicketNumber($0.team), marks: [Mark($0.marks), .zero], seconds: 60)
        }
        let standings = try ranker.standings(for: scores)
        let byName = standings.teams.sorted { $0.team < $1.team }
        return (
            byName.map { $0.honours ?? [] }, try ranker.openTies(for: [ComponentScores(name: "笔试", people: scores)])
        )
    }

    @Test func theAbsentAreFlaggedNotRanked() throws {
        let result = try standings([("A", ["90", "80", "70"])], absent: 2)
        #expect(result.individuals.count == 3)
        #expect(result.flags.map(\.code) == [.absent])
        #expect(result.flags[0].subjects == ["Z0", "Z1"])
    }

    @Test(arguments: [
        (252, 500, Honour.CrossCheck.Rounding.down, 12), (252, 500, .up, 13), (252, 500, .nearest, 13),
        (189, 500, .down, 9), (250, 500, .nearest, 13), (0, 500, .up, 0), (240, 500, .up, 12),
    ])
    func crossCheckRounds(base: Int, share: Int, rounding: Honour.CrossCheck.Rounding, count: Int) {
        let check = Honour.CrossCheck(share: Share(basisPoints: share), base: .present, rounding: rounding)
        #expect(check.count(of: base) == count)
    }

    @Test func encodesToTheContract() throws {
        let result = try standings([("A", ["90.5", "80", "70"])], honours: [challengers])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(
            String(decoding: try encoder.encode(result.teams), as: UTF8.self)
                == #"[{"advances":true,"city":"甲市","counted":[{"score":90.5,"ticket":"A1"},{"score":80,"ticket":"A2"},"#
                + #"{"score":70,"ticket":"A3"}],"rank":1,"team":"A","total":240.5,"#
                + #""why":"三名计分队员 90.5+80+70=240.5；列前1名，晋级","#
                + #""whyEnglish":"the 3 that count: 90.5+80+70=240.5; in the first 1: advances"}]"#)
        #expect(
            String(decoding: try encoder.encode(result.individuals[0]), as: UTF8.self)
                == #"{"honours":[],"name":"考生A1","rank":1,"score":90.5,"team":"A","ticket":"A1","why":"总分 90.5","#
                + #""whyEnglish":"total 90.5"}"#)
    }
}
