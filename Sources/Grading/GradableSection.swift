import ExamModel

/// A section of a form as marking sees it.
struct GradableSection: Sendable {
    struct Item: Sendable {
        let id: ItemID
        let options: Set<OptionID>
        let right: Set<OptionID>
    }

    let title: String
    let rule: ScoringRule
    /// Full marks of one item.
    let full: Mark
    let items: [Item]

    func scores(for chosen: [ItemID: Set<OptionID>]) -> [ItemScore] {
        items.map { item in
            let marks = rule.marks(for: chosen[item.id] ?? [], right: item.right, full: full)
            return ItemScore(item: item.id, marks: marks, full: full)
        }
    }

    /// The sum of its items' marks, but never less than zero.
    func score(of items: [ItemScore]) -> SectionScore {
        let sum = items.reduce(.zero) { $0 + $1.marks }
        return SectionScore(title: title, marks: max(sum, .zero), full: full * items.count)
    }
}
