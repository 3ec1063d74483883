import ExamModel

/// ``ScoringRule/deduction(penalty:)``: a wrong answer costs marks. The only rule that earns less than nothing; the
/// floor is the section's.
struct DeductionRule: ChoiceRule {
    let penalty: Mark

    func marks(for choice: Choice, full: Mark) -> Mark {
        choice.isExact ? full : .zero - penalty
    }

    func reason(for choice: Choice, full: Mark) -> Bilingual {
        let verdict = choice.verdict
        guard !choice.isExact else { return verdict }
        return Bilingual(verdict.chinese + "，按规则扣 \(penalty) 分", verdict.english + ", \(penalty) lost by the rule")
    }

    var isForSeveralOptions: Bool { false }
    var amounts: [Mark] { [penalty] }
}
