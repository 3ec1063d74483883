import ExamModel

extension ScoringRule {
    /// Why items of this type, worth `full` marks, cannot be scored by this rule; nil when they can.
    func unfitness(for type: ItemType, full: Mark) -> Bilingual? {
        guard type.isChosen else {
            return Bilingual(
                "\(type.name.chinese)不是选择作答，不能按选项计分",
                "\(type.name.english) items are not answered by options and cannot be scored by them")
        }
        guard (Mark(thousandths: 1)...Self.largest).contains(full) else {
            return Bilingual("每题分值 \(full) 不合理，应大于 0", "\(full) marks for an item are out of range")
        }
        guard type == .multipleChoice || !isForSeveralOptions else {
            return Bilingual(
                "\(type.name.chinese)只有一个答案，不能用漏选给分或按项加减分的规则",
                "\(type.name.english) items have one right option; a rule with partial marks does not fit")
        }
        guard amounts.allSatisfy((Mark.zero...full).contains) else {
            return Bilingual(
                "规则中的分值应在 0 与每题 \(full) 分之间", "the amounts of the rule must lie between 0 and \(full), an item's marks"
            )
        }
        return nil
    }

    /// More than any item is worth; keeps sums far from the limits of an integer.
    private static let largest = Mark(1_000_000)

    private var isForSeveralOptions: Bool {
        switch self {
        case .exact, .deduction: false
        case .perOption, .underSelection, .plusMinus: true
        }
    }

    private var amounts: [Mark] {
        switch self {
        case .exact: []
        case .perOption(let each): [each]
        case .underSelection(let partial): [partial]
        case .plusMinus(let right, let wrong): [right, wrong]
        case .deduction(let penalty): [penalty]
        }
    }
}
