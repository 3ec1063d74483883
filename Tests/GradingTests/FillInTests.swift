import ExamModel
import ExamTestSupport
import Testing

@testable import Grading

/// What counts as the same answer in a blank, and which blanks of an item are right.
struct FillInTests {
    private let plain = FillInRule()
    private let byValue = FillInRule(byValue: true)
    private let loose = FillInRule(byValue: true, unitOptional: true, ignoresCase: true)

    private func accepts(_ key: String, _ written: String, _ rule: FillInRule) -> Bool {
        AcceptedBlank(key, rule: rule).accepts(written)
    }

    @Test(arguments: [
        ("三十日", "三十日"), ("三十日|30日", "30日"), ("30日", "３０日"), ("ABC公司", "ＡＢＣ公司"), ("劳动 合同", "劳动合同"),
        ("劳动合同", "　劳动 合同。"), ("三十日｜一个月", "一个月"), ("1,000元", "1，000元"),
    ])
    func widthBlanksAndFullStopsNeverMatter(key: String, written: String) {
        #expect(accepts(key, written, plain))
    }

    @Test(arguments: [
        ("三十日", "30日"), ("30日", "30.0日"), ("30日", "30"), ("abc", "ABC"), ("劳动合同", "劳务合同"), ("劳动合同", ""),
        ("劳动合同", "　"), ("甲|乙", "甲|乙"),
    ])
    func whatTheRuleDoesNotNameMatters(key: String, written: String) {
        #expect(!accepts(key, written, plain))
    }

    @Test(arguments: [
        ("15日", "十五日"), ("15日", "15.0日"), ("15日", "１５ 日"), ("一百零五元", "105元"), ("50%", "百分之五十"), ("50%", "50.00％"),
        ("1000元", "1,000元"), ("3万元", "30000元"), ("两千元", "2000元"), ("0.5%", "0.50%"), ("-3", "-3.0"),
        ("1.5万元", "15000元"),
        ("十", "10"), ("一万零三十", "10030"), ("100000000", "1亿"), ("0.5%", "百分之零点五"), ("1.5倍", "一点五倍"),
        ("15000元", "一点五万元"), ("100%", "百分之百"), ("三点五", "3.50"),
    ])
    func numbersCountByTheirValue(key: String, written: String) {
        #expect(accepts(key, written, byValue))
    }

    @Test(arguments: [
        ("15日", "15"), ("15日", "15月"), ("15日", "16日"), ("15日", "1 5 1日"), ("50%", "0.5"), ("1000元", "10,00元"),
        ("十五日", "五十日"), ("5", "五五"), ("10", "十十"), ("3", "三三三三"), ("15日", "一五日"), ("15", "十五六"), ("3.5", "三点"),
        ("1.2", "一点两"), ("15", "一点五"), ("8时", "八点"),
        ("30日", "三十日内"), ("9999999999", "99999999999999999999999999"),
    ])
    func otherNumbersAndUnitsDoNot(key: String, written: String) {
        #expect(!accepts(key, written, byValue))
    }

    @Test func theUnitAndTheCaseMayBeLeftOutWhereTheRuleSaysSo() {
        #expect(accepts("15日", "15", loose))
        #expect(accepts("15日", "十五", loose))
        #expect(!accepts("15日", "15月", loose))
        #expect(!accepts("15", "15日", loose), "a unit that the key does not have is another answer")
        #expect(accepts("GB/T 2260", "gb/t2260", loose))
    }

    /// The largest number of right blanks, by trying every assignment of texts to blanks.
    private func best(_ written: [String], _ accepted: [AcceptedBlank]) -> Int {
        guard let first = written.first else { return 0 }
        let rest = Array(written.dropFirst())
        var most = best(rest, accepted)
        for (index, blank) in accepted.enumerated() where blank.accepts(first) {
            var others = accepted
            others.remove(at: index)
            most = max(most, 1 + best(rest, others))
        }
        return most
    }

    @Test(arguments: 0..<Rounds.count(usually: 200))
    func inAnyOrderAsManyBlanksAreRightAsCanBe(round: Int) throws {
        let seed = try #require(Seed(text: String(round + 1, radix: 16)))
        var generator = SeededGenerator(seed, stream: "blanks")
        let words = ["甲", "乙", "丙"]
        let draw = { (generator: inout SeededGenerator) in words[generator.below(3)] }
        let accepted = (0..<(1 + generator.below(4))).map { _ in
            AcceptedBlank(
                (0..<(1 + generator.below(2))).map { _ in draw(&generator) }.joined(separator: "|"), rule: plain)
        }
        let written = (0..<accepted.count).map { _ in generator.below(5) == 0 ? "" : draw(&generator) }
        let match = BlankMatch(written, accepted: accepted, anyOrder: true)
        #expect(match.hits == best(written, accepted), "\(written) against \(accepted.map(\.texts)), seed \(seed)")
        let inOrder = BlankMatch(written, accepted: accepted, anyOrder: false)
        #expect(inOrder.isRight == zip(written, accepted).map { $1.accepts($0) })
        #expect(inOrder.hits <= match.hits)
    }

    @Test func oneRightTextFillsOneBlankOnly() {
        let accepted = [AcceptedBlank("甲", rule: plain), AcceptedBlank("乙", rule: plain)]
        #expect(BlankMatch(["甲", "甲"], accepted: accepted, anyOrder: true).isRight == [true, false])
        #expect(BlankMatch(["乙", "甲"], accepted: accepted, anyOrder: true).hits == 2)
        #expect(BlankMatch(["乙", "甲"], accepted: accepted, anyOrder: false).hits == 0)
    }

    @Test func aRightBlankEarnsItsShareAndAllOfThemEverything() {
        let rule = FillInRule(each: Mark("0.7"))
        #expect(rule.marks(hits: 3, blanks: 3, full: Mark(2)) == Mark(2))
        #expect(rule.marks(hits: 2, blanks: 3, full: Mark(2)) == Mark("1.4"))
        #expect(
            FillInRule(each: Mark(1)).marks(hits: 3, blanks: 4, full: Mark(2)) == Mark(2), "never more than full marks")
        #expect(FillInRule().marks(hits: 2, blanks: 3, full: Mark(2)) == .zero)
    }
}
