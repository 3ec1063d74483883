import ExamModel

/// ``ScoringRule/underSelection(partial:)``: a flat share for an incomplete choice.
struct UnderSelectionRule: ChoiceRule {
    let partial: Mark

    func marks(for choice: Choice, full: Mark) -> Mark {
        if choice.isExact { return full }
        return choice.isIncomplete ? partial : .zero
    }

    func reason(for choice: Choice, full: Mark) -> Bilingual {
        let verdict = choice.verdict
        if choice.isExact { return verdict }
        guard choice.isIncomplete else {
            return Bilingual(verdict.chinese + "，按规则不得分", verdict.english + ", which scores nothing")
        }
        return Bilingual("漏选，按规则一律得 \(partial) 分", "incomplete, \(partial) however many by the rule")
    }

    var isForSeveralOptions: Bool { true }
    var amounts: [Mark] { [partial] }
}
