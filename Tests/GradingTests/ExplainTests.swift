import AnswerKey
import ExamModel
import ExamTestSupport
import Testing

@testable import Grading

/// Every mark in words, in both languages.
struct ExplainTests {
    private func sentences(
        _ responses: [(ItemID, [OptionID])], multiple: ScoringRule = .perOption(each: Mark(thousandths: 500)),
        order: ([Item.Option]) -> [Item.Option] = { $0 }
    ) throws -> [ItemID: MarkExplanation] {
        let fixture = GradingFixture(multiple: multiple)
        let shown = fixture.items.map { item in
            Question(
                item: Item(
                    id: item.id, type: item.type, stem: item.stem, options: order(item.options), topic: item.topic,
                    difficulty: item.difficulty), material: nil)
        }
        let all = try fixture.grader().explain(GradingFixture.sheet("1", responses), shown: shown)
        return Dictionary(uniqueKeysWithValues: all.map { ($0.item, $0) })
    }

    @Test func anIncompleteChoice() throws {
        let found = try #require(try sentences([("m1", ["1", "2"])])["m1"])
        #expect(found.why.chinese == "选了 A、B；标准答案 A、B、D；漏选，按规则每个 0.5 分，得 1 分")
        #expect(found.why.english == "chose A, B; the key is A, B, D; incomplete, 0.5 for each by the rule: 1 earned")
        #expect(found.number == 4)
        #expect(found.section == "多项选择题")
        #expect(found.chosen.map(\.option) == ["1", "2"])
    }

    /// What the candidate saw as A is the last option here.
    @Test func lettersAreTheCandidatesOwn() throws {
        let found = try #require(try sentences([("m1", ["1", "2"])]) { $0.reversed() }["m1"])
        #expect(found.why.chinese == "选了 C、D；标准答案 A、C、D；漏选，按规则每个 0.5 分，得 1 分")
        #expect(found.chosen.map(\.letter) == ["C", "D"])
        #expect(found.chosen.map(\.option) == ["2", "1"])
    }

    @Test(arguments: [
        (ScoringRule.exact, ["1"], "选了 A；标准答案 A、B、D；漏选，按规则不得分，得 0 分"),
        (.underSelection(partial: Mark(1)), ["1"], "选了 A；标准答案 A、B、D；漏选，按规则一律得 1 分，得 1 分"),
        (.perOption(each: Mark(1)), ["1", "3"], "选了 A、C；标准答案 A、B、D；有错选 1 项，按规则不得分，得 0 分"),
        (
            .plusMinus(right: Mark(1), wrong: Mark(thousandths: 500)), ["1", "3"],
            "选了 A、C；标准答案 A、B、D；选对 1 项、选错 1 项，按规则每对一项 +1、每错一项 -0.5，在 0 与 2 之间，得 0.5 分"
        ),
        (.exact, ["1", "2", "4"], "选了 A、B、D；标准答案 A、B、D；全对，得 2 分"),
    ])
    func everyRuleSaysWhy(rule: ScoringRule, options: [OptionID], sentence: String) throws {
        #expect(try sentences([("m1", options)], multiple: rule)["m1"]?.why.chinese == sentence)
    }

    /// Two of 1.2 would be more than the item is worth.
    @Test func anIncompleteChoiceEarnsFullMarksAtMost() throws {
        let rule = ScoringRule.perOption(each: Mark(thousandths: 1200))
        let found = try sentences([("m1", ["1", "2"])], multiple: rule)["m1"]
        #expect(found?.why.chinese == "选了 A、B；标准答案 A、B、D；漏选，按规则每个 1.2 分、至多 2 分，得 2 分")
        #expect(found?.why.english.hasSuffix("incomplete, 1.2 for each by the rule, 2 at most: 2 earned") == true)
    }

    @Test func everyAcceptedAnswerIsNamed() throws {
        let fixture = GradingFixture()
        let corrected = try CorrectedKeys(
            fixture.keys, [KeyCorrection(item: "m1", change: .accept(.options(["1", "3"])), reason: "申诉")])
        let grader = try Grader(forms: fixture.forms, items: fixture.items, keys: corrected.keys)
        let found = try grader.explain(
            GradingFixture.sheet("1", [("m1", ["1", "3"])]),
            shown: fixture.items.map { Question(item: $0, material: nil) })
        #expect(
            found.first { $0.item == "m1" }?.why
                == Bilingual(
                    "选了 A、C；标准答案 A、B、D 或 A、C；全对，得 2 分",
                    "chose A, C; the key is A, B, D or A, C; all right: 2 earned"))
    }

    @Test func judgementsAndBlanks() throws {
        let found = try sentences([("j1", ["F"]), ("s1", ["1"])])
        #expect(found["j1"]?.why.chinese == "选了 错误；标准答案 正确；答错，按规则扣 1 分，得 -1 分")
        #expect(found["s1"]?.why.chinese == "选了 A；标准答案 B；答错，按规则不得分，得 0 分")
        #expect(found["s2"]?.why.chinese == "未作答，不得分")
    }

    @Test func wordsAndVoidedItems() throws {
        let fixture = WordsFixture()
        let shown = fixture.items.flatMap(\.questions).map { Question(item: $0, material: nil) }
        let sheet = WordsFixture.sheet(
            "1", [Response(item: "f", texts: ["十五日", "两个月"]), Response(item: "w", texts: ["答"])])
        let hand = [HandMark(ticket: "1", item: "w", marks: Mark(3), marker: "阅甲")]
        let found = try fixture.grader(voided: ["c.1": .fullMarks]).explain(sheet, shown: shown, hand: hand)
        #expect(
            found.map(\.why.chinese) == [
                "填了 “十五日”对、“两个月”错；标准答案 15日、三十日或一个月（不分先后）；对 1/2 空，按规则每空 1 分，得 1 分",
                "人工评分（阅甲），得 3 分", "本题作废，全体给满分，得 1 分", "未作答，不得分", "未作答，不得分",
            ])
    }

    /// The explanations' marks are the score's, over random sheets.
    @Test(arguments: 0..<Rounds.count(usually: 40))
    func explanationsAddUpToTheScore(round: Int) throws {
        let seed = try #require(Seed(text: String(round + 1, radix: 16)))
        var generator = SeededGenerator(seed, stream: "explain")
        let fixture = GradingFixture()
        let sheet = GradingFixture.sheet(
            "1",
            fixture.items.compactMap { item in
                let options = item.options.map(\.id).filter { _ in generator.below(2) == 0 }
                return options.isEmpty ? nil : (item.id, options)
            })
        let grader = try fixture.grader()
        let found = try grader.explain(sheet, shown: fixture.items.map { Question(item: $0, material: nil) })
        #expect(found.map(\.marks) == (try grader.grade(sheet)).items.map(\.marks), "seed \(seed)")
    }
}
