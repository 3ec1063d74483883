import ExamModel

/// ``ScoringRule/plusMinus(right:wrong:)``: marks won and lost option by option.
struct PlusMinusRule: ChoiceRule {
    let gain: Mark
    let loss: Mark

    func marks(for choice: Choice, full: Mark) -> Mark {
        min(max(gain * choice.hits - loss * choice.misses, .zero), full)
    }

    func reason(for choice: Choice, full: Mark) -> Bilingual {
        Bilingual(
            "选对 \(choice.hits) 项、选错 \(choice.misses) 项，按规则每对一项 +\(gain)、每错一项 -\(loss)，在 0 与 \(full) 之间",
            "\(choice.hits) right, \(choice.misses) wrong: +\(gain) and -\(loss) each, between 0 and \(full)")
    }

    var isForSeveralOptions: Bool { true }
    var amounts: [Mark] { [gain, loss] }
}
