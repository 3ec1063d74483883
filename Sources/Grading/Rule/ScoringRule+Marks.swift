package import ExamModel

extension ScoringRule {
    /// What one item earns when `chosen` was chosen of an item whose right options are `right`.
    ///
    /// An item that was not answered earns nothing under every rule. Only ``ScoringRule/deduction(penalty:)`` earns
    /// less than nothing; the floor of zero is the section's.
    package func marks(for chosen: Set<OptionID>, right: Set<OptionID>, full: Mark) -> Mark {
        guard !chosen.isEmpty else { return .zero }
        switch self {
        case .exact:
            return chosen == right ? full : .zero
        case .perOption(let each):
            if chosen == right { return full }
            return chosen.isSubset(of: right) ? min(each * chosen.count, full) : .zero
        case .underSelection(let partial):
            if chosen == right { return full }
            return chosen.isSubset(of: right) ? partial : .zero
        case .plusMinus(let gain, let loss):
            let hits = chosen.intersection(right).count
            return min(max(gain * hits - loss * (chosen.count - hits), .zero), full)
        case .deduction(let penalty):
            return chosen == right ? full : .zero - penalty
        }
    }
}
