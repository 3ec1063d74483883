import ExamModel
import ExamSettings
import Foundation
import Testing

/// The rules of `blueprint.yaml` that may be left out.
struct BlueprintRulesTests {
    private func read(_ lines: String) throws -> (blueprint: Blueprint?, findings: [Finding]) {
        let text = try String(contentsOf: qualifier.appending(path: "blueprint.yaml"), encoding: .utf8)
        return try withFile("blueprint.yaml", text + lines) { url in
            do throws(Refusal) {
                return (try WrittenBlueprint.read(url).blueprint, [])
            } catch { return (nil, error.findings) }
        }
    }

    @Test func readsTheFullWidth() throws {
        let (blueprint, findings) = try read(
            """
            delivery: per-candidate
            topic-tolerance: 1
            most-uses: 40
            most-shared: 12
            cells:
              - { section: 多项选择题, topic: 劳动关系, difficulty: 较难, at-least: 1, at-most: 4 }
              - { topic: 社会保险, count: 28 }
            mean-p: { target: 0.70, tolerance: 0.005 }
            spread: { target: 0.18, tolerance: 0.02 }
            discrimination: { target: 0.32 }
            time: { minutes: 80, tolerance: 5 }
            reading: { characters: 9000, tolerance: 500 }
            sources: { 大纲题库: 80% }
            must-have: [Q1]
            barred: [Q2, Q3]
            enemies:
              - [Q4, Q5, Q6]
            per-article: 2
            key-balance: { letters: 3, judgement: 2, run: 4 }
            unused-in-last: 2
            most-exposure: 5
            shuffle: { items: true, options: true, keep-ordered: false }

            """)
        #expect(findings == [])
        let rules = try #require(blueprint?.rules)
        #expect(blueprint?.topicTolerance == 1)
        #expect(rules.delivery == .perCandidate && rules.mostUses == 40 && rules.mostShared == 12)
        #expect(
            rules.cells == [
                BlueprintCell(section: "多项选择题", topic: "劳动关系", difficulty: .fairlyHard, least: 1, most: 4),
                BlueprintCell(section: nil, topic: "社会保险", difficulty: nil, least: 28, most: 28),
            ])
        #expect(rules.meanP == StatisticTarget(target: 700, tolerance: 5))
        #expect(rules.spread == StatisticTarget(target: 180, tolerance: 20))
        #expect(rules.discrimination == StatisticTarget(target: 320, tolerance: nil))
        #expect(rules.seconds == StatisticTarget(target: 4800, tolerance: 300))
        #expect(rules.reading == StatisticTarget(target: 9000, tolerance: 500))
        #expect(rules.sources == [SourceShare(source: "大纲题库", least: Share(basisPoints: 8000))])
        #expect(rules.mustHave == ["Q1"] && rules.barred == ["Q2", "Q3"] && rules.enemies == [["Q4", "Q5", "Q6"]])
        #expect(rules.perArticle == 2 && rules.unusedInLast == 2 && rules.mostExposure == 5)
        #expect(rules.keyBalance == KeyBalance(letters: 3, judgement: 2, run: 4))
        #expect(rules.shuffle == ShuffleRules(items: true, options: true, keepsOrdered: false))
    }

    @Test func everyMistakeIsReportedAtOnceWithItsLine() throws {
        let (_, findings) = try read(
            """
            delivery: one-each
            most-uses: 0
            cells:
              - { section: 多选, count: 3 }
              - { topic: 社会保险 }
              - { topic: 社会保险, at-least: 9, at-most: 2 }
            mean-p: { target: 70 }
            time: { minutes: 900 }
            sources: { 大纲题库: 80 }
            must-have: [Q1, Q1]
            barred: [Q1]
            enemies:
              - [Q4]
            key-ballance: { run: 4 }

            """)
        let first = 35
        #expect(findings.compactMap(\.place.line).map { $0 - first } == [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13])
        #expect(findings.last?.message.chinese == "不认识的键“key-ballance”，是不是要写“key-balance”？")
    }

    @Test func aSpreadNeedsAMean() throws {
        #expect(try read("spread: { target: 0.18 }\n").findings.map(\.code) == [.missingKey])
    }
}
