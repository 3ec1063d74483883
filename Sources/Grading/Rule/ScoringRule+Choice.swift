package import ExamModel

extension ScoringRule {
    /// What one item earns when `chosen` was chosen of an item whose right options are `right`.
    ///
    /// An item that was not answered earns nothing under every rule. Only ``ScoringRule/deduction(penalty:)`` earns
    /// less than nothing; the floor is the section's. Rules for words earn nothing by options.
    package func marks(for chosen: Set<OptionID>, right: Set<OptionID>, full: Mark) -> Mark {
        guard !chosen.isEmpty else { return .zero }
        return choiceRule?.marks(for: Choice(chosen: chosen, right: right), full: full) ?? .zero
    }

    /// The rule's own file; nil for rules of items that are answered in words, and for cases.
    var choiceRule: (any ChoiceRule)? {
        switch self {
        case .exact: ExactRule()
        case .perOption(let each): PerOptionRule(each: each)
        case .underSelection(let partial): UnderSelectionRule(partial: partial)
        case .plusMinus(let right, let wrong): PlusMinusRule(gain: right, loss: wrong)
        case .deduction(let penalty): DeductionRule(penalty: penalty)
        case .fillIn, .byHand, .byPart: nil
        }
    }
}
