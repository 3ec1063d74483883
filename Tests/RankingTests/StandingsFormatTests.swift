import CanonicalJSON
import ExamModel
import ExamTestSupport
import Foundation
import Testing

@testable import Ranking

/// Standings, decisions and changes as they stand on the disk, pinned: docs/Formats.md, "Marking and ranking".
struct StandingsFormatTests {
    private static let decision = Adjudication(matter: "advancing", tied: ["乙队", "甲队"], chosen: ["乙队"], reason: "加赛一题")

    private func standings(_ decisions: [Adjudication]) throws -> Standings {
        let rules = CompetitionRules(
            teamSize: 2, counted: 1, advancing: 1, tieBreaks: [],
            honours: [Honour(name: "知识通", count: 2, crossCheck: nil, excludesAdvancing: false)],
            components: [
                Component(
                    name: "笔试", source: .written, subject: .person, weight: Share(basisPoints: 6000), full: Mark(200)),
                Component(name: "竞答", source: .file("live.csv"), subject: .team, weight: Share(basisPoints: 4000)),
            ], prizes: [Prize(name: "一等奖", count: 2)])
        let roster = Roster(
            teams: [Team(id: "甲队", city: "甲市"), Team(id: "乙队", city: "乙市")],
            candidates: [
                RandomExam.candidate("1", of: "甲队"), RandomExam.candidate("2", of: "乙队"),
            ])
        let written = ["1", "2"].map {
            RandomExam.score(of: TicketNumber($0), marks: [Mark(90), Mark(50)], seconds: 60)
        }
        return try Ranker(rules: rules, roster: roster, adjudications: decisions).standings(for: [
            ComponentScores(name: "笔试", people: written),
            ComponentScores(name: "竞答", teams: ["甲队": Mark(80), "乙队": Mark(80)]),
        ])
    }

    private func isPinned<Value: Codable & Equatable>(_ value: Value, as name: String, in folder: String = "results-1")
        throws
    {
        let pinned = try Fixture.data("\(folder)/\(name)")
        #expect(
            String(decoding: try CanonicalJSON.encode(value), as: UTF8.self) == String(decoding: pinned, as: UTF8.self))
        #expect(try CanonicalJSON.decode(Value.self, from: pinned) == value)
    }

    @Test func theResultsOfRanking() throws {
        try isPinned(standings([Self.decision]), as: "standings.json", in: "results-2")
        try isPinned(Self.decision, as: "adjudication.json")
        try isPinned(StandingsChange(from: standings([]), to: standings([Self.decision])), as: "change.json")
    }

    @Test func firstVersionIsStillRead() throws {
        let old = try CanonicalJSON.decode(Standings.self, from: try Fixture.data("results-1/standings.json"))
        let now = try standings([Self.decision])
        #expect(old.teams.map(\.why) == now.teams.map(\.why))
        #expect(old.individuals.map(\.why) == now.individuals.map(\.why))
        #expect(old.teams.allSatisfy { $0.whyEnglish == nil && $0.why(in: .english) == $0.why })
    }
}
