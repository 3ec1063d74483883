import ExamModel

extension ScoringRule {
    /// More than any item is worth; keeps sums far from the limits of an integer.
    private static let largest = Mark(1_000_000)

    /// Why items of this type, worth `full` marks, cannot be scored by this rule; nil when they can.
    func unfitness(for type: ItemType, full: Mark) -> Bilingual? {
        guard (Mark(thousandths: 1)...Self.largest).contains(full) else {
            return Bilingual("每题分值 \(full) 不合理，应大于 0", "\(full) marks for an item are out of range")
        }
        switch self {
        case .fillIn(let rule): return type == .fillIn ? excess([rule.each ?? .zero], full) : wrongType(type)
        case .byHand(let step):
            guard type == .shortAnswer || type == .fillIn else { return wrongType(type) }
            return step > .zero && full.thousandths.isMultiple(of: step.thousandths)
                ? nil
                : Bilingual(
                    "评分间隔 \(step) 应大于 0，并能整除每题 \(full) 分", "the step \(step) must be above 0 and divide \(full)")
        case .byPart(let rule): return type == .caseSet ? unfitness(of: rule, full: full) : wrongType(type)
        case .exact, .perOption, .underSelection, .plusMinus, .deduction:
            guard let rule = choiceRule, type.isChosen else { return wrongType(type) }
            guard type == .multipleChoice || !rule.isForSeveralOptions else {
                return Bilingual(
                    "\(type.name.chinese)只有一个答案，不能用漏选给分或按项加减分的规则",
                    "\(type.name.english) items have one right option; a rule with partial marks does not fit")
            }
            return excess(rule.amounts, full)
        }
    }

    private func unfitness(of rule: CaseRule, full: Mark) -> Bilingual? {
        guard !rule.marks.isEmpty, rule.marks.reduce(.zero, +) == full else {
            return Bilingual(
                "各小题分值之和应等于每题 \(full) 分", "the marks of the sub-items must add up to the \(full) of a case")
        }
        for part in rule.rules {
            for marks in Set(rule.marks).sorted() {
                if case .byPart = part.rule { return wrongType(.caseSet) }
                if let reason = part.rule.unfitness(for: part.type, full: marks) { return reason }
            }
        }
        return nil
    }

    private func wrongType(_ type: ItemType) -> Bilingual {
        Bilingual("\(type.name.chinese)不能用这种计分规则", "\(type.name.english) items cannot be scored by this rule")
    }

    private func excess(_ amounts: [Mark], _ full: Mark) -> Bilingual? {
        guard !amounts.allSatisfy((Mark.zero...full).contains) else { return nil }
        return Bilingual(
            "规则中的分值应在 0 与每题 \(full) 分之间", "the amounts of the rule must lie between 0 and \(full), an item's marks")
    }
}
