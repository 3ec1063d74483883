import ExamModel

/// A question (an item, or a sub-item of a case) as marking sees it.
struct GradableItem: Sendable {
    enum Answer: Sendable {
        /// Every option of the item, and each set of options that is right.
        case options(Set<OptionID>, right: [Set<OptionID>])
        case blanks([AcceptedBlank], FillInRule)
        /// Marked by people, in multiples of `step`; `texts` is how many the sheet may hold.
        case byHand(step: Mark, texts: Int)
    }

    let id: ItemID
    let full: Mark
    let rule: ScoringRule
    let answer: Answer
    /// Set when the judges voided the item.
    let voided: VoidedItems?

    /// What a response earns.
    ///
    /// - Parameter hand: what a marker gave, for items marked by hand.
    /// - Returns: nil when the response awaits a marker.
    func score(for response: Response?, hand: Mark?) -> ItemScore? {
        switch voided {
        case .fullMarks: return ItemScore(item: id, marks: full, full: full)
        case .rescale: return ItemScore(item: id, marks: .zero, full: .zero)
        case nil: break
        }
        guard let response else { return ItemScore(item: id, marks: .zero, full: full) }
        return marks(for: response, hand: hand).map { ItemScore(item: id, marks: $0, full: full) }
    }

    private func marks(for response: Response, hand: Mark?) -> Mark? {
        switch answer {
        case .options(_, let right):
            let chosen = Set(response.options)
            return right.map { rule.marks(for: chosen, right: $0, full: full) }.max() ?? .zero
        case .blanks(let accepted, let fillIn):
            return fillIn.marks(
                hits: BlankMatch(response.texts, accepted: accepted, anyOrder: fillIn.anyOrder).hits,
                blanks: accepted.count, full: full)
        case .byHand: return hand
        }
    }

    /// Of several right sets the one by which the choice earns most, the first of equals.
    func bestRight(for chosen: Set<OptionID>, among right: [Set<OptionID>]) -> Set<OptionID> {
        let marks = right.map { rule.marks(for: chosen, right: $0, full: full) }
        return zip(right, marks).first { $0.1 == marks.max() }?.0 ?? []
    }
}

extension FillInRule {
    /// Full marks for all blanks; otherwise ``each`` a right blank, never more than full marks.
    func marks(hits: Int, blanks: Int, full: Mark) -> Mark {
        if hits == blanks { return full }
        return min((each ?? .zero) * hits, full)
    }
}
