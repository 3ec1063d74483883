import ExamModel

/// ``ScoringRule/perOption(each:)``: the 经济师 examination's.
struct PerOptionRule: ChoiceRule {
    let each: Mark

    func marks(for choice: Choice, full: Mark) -> Mark {
        if choice.isExact { return full }
        return choice.isIncomplete ? min(each * choice.chosen.count, full) : .zero
    }

    func reason(for choice: Choice, full: Mark) -> Bilingual {
        let verdict = choice.verdict
        if choice.isExact { return verdict }
        guard choice.isIncomplete else {
            return Bilingual(verdict.chinese + "，按规则不得分", verdict.english + ", which scores nothing")
        }
        let words = Bilingual("漏选，按规则每个 \(each) 分", "incomplete, \(each) for each by the rule")
        guard each * choice.chosen.count > full else { return words }
        return Bilingual(words.chinese + "、至多 \(full) 分", words.english + ", \(full) at most")
    }

    var isForSeveralOptions: Bool { true }
    var amounts: [Mark] { [each] }
}
