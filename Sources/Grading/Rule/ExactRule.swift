import ExamModel

/// ``ScoringRule/exact``: 多选、少选、错选均不得分.
struct ExactRule: ChoiceRule {
    func marks(for choice: Choice, full: Mark) -> Mark {
        choice.isExact ? full : .zero
    }

    func reason(for choice: Choice, full: Mark) -> Bilingual {
        let verdict = choice.verdict
        guard !choice.isExact else { return verdict }
        return Bilingual(verdict.chinese + "，按规则不得分", verdict.english + ", which scores nothing")
    }

    var isForSeveralOptions: Bool { false }
    var amounts: [Mark] { [] }
}
