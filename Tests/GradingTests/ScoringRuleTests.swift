import ExamModel
import Testing

@testable import Grading

/// Every rule over every choice among 4 to 6 options and every key, against a naive count option by option.
struct ScoringRuleTests {
    /// Calls `body` with each non-empty key and each choice, and how many options are right and wrong in the choice.
    private func everyCase(_ body: (_ chosen: Set<OptionID>, _ right: Set<OptionID>, Tally) -> Void) {
        for count in 4...6 {
            for key in 1..<(1 << count) {
                for choice in 0..<(1 << count) {
                    var tally = Tally()
                    for option in 0..<count {
                        let isRight = (key >> option) % 2 == 1
                        let isChosen = (choice >> option) % 2 == 1
                        if isRight { tally.right += 1 }
                        if isChosen && isRight { tally.hits += 1 }
                        if isChosen && !isRight { tally.misses += 1 }
                    }
                    body(Self.set(choice), Self.set(key), tally)
                }
            }
        }
    }

    private struct Tally {
        var right = 0
        var hits = 0
        var misses = 0
        var isExact: Bool { hits == right && misses == 0 }
        var isBlank: Bool { hits + misses == 0 }
    }

    private static func set(_ bits: Int) -> Set<OptionID> {
        Set((0..<6).filter { (bits >> $0) % 2 == 1 }.map { OptionID(String($0 + 1)) })
    }

    private let full = Mark(2)
    private let half = Mark(thousandths: 500)

    @Test func exact() {
        everyCase { chosen, right, tally in
            #expect(ScoringRule.exact.marks(for: chosen, right: right, full: full) == (tally.isExact ? full : .zero))
        }
    }

    @Test(arguments: [0, 300, 500, 700, 2000])
    func perOption(each: Int) {
        everyCase { chosen, right, tally in
            var expected = 0
            if tally.misses == 0 {
                for _ in 0..<tally.hits where expected < 2000 { expected += each }
                if expected > 2000 { expected = 2000 }
                if tally.hits == tally.right { expected = 2000 }
            }
            let rule = ScoringRule.perOption(each: Mark(thousandths: each))
            #expect(rule.marks(for: chosen, right: right, full: full).thousandths == expected)
        }
    }

    @Test func underSelection() {
        everyCase { chosen, right, tally in
            let expected: Mark =
                if tally.isBlank || tally.misses > 0 { .zero } else if tally.isExact { full } else { half }
            let rule = ScoringRule.underSelection(partial: half)
            #expect(rule.marks(for: chosen, right: right, full: full) == expected)
        }
    }

    @Test(arguments: [(500, 500), (500, 250), (1000, 2000), (700, 0)])
    func plusMinus(gain: Int, loss: Int) {
        everyCase { chosen, right, tally in
            var expected = 0
            for _ in 0..<tally.hits { expected += gain }
            for _ in 0..<tally.misses { expected -= loss }
            if expected < 0 { expected = 0 }
            if expected > 2000 { expected = 2000 }
            let rule = ScoringRule.plusMinus(right: Mark(thousandths: gain), wrong: Mark(thousandths: loss))
            #expect(rule.marks(for: chosen, right: right, full: full).thousandths == expected)
        }
    }

    @Test func deduction() {
        everyCase { chosen, right, tally in
            let expected: Mark = if tally.isBlank { .zero } else if tally.isExact { full } else { .zero - half }
            #expect(ScoringRule.deduction(penalty: half).marks(for: chosen, right: right, full: full) == expected)
        }
    }

    /// Deduction alone says otherwise: an incomplete choice is a wrong answer and costs more than none.
    @Test(arguments: [
        ScoringRule.exact, .perOption(each: Mark(thousandths: 700)), .underSelection(partial: Mark(thousandths: 500)),
        .plusMinus(right: Mark(thousandths: 700), wrong: Mark(thousandths: 900)),
    ])
    func oneMoreRightOptionNeverLowersAMark(rule: ScoringRule) {
        everyCase { chosen, right, _ in
            let marks = rule.marks(for: chosen, right: right, full: full)
            for option in right.subtracting(chosen) {
                #expect(rule.marks(for: chosen.union([option]), right: right, full: full) >= marks)
            }
        }
    }
}
