import ExamModel

/// A section of a form as marking sees it.
struct GradableSection: Sendable {
    let title: String
    let floor: SectionFloor
    /// Full marks of the section.
    let full: Mark
    let items: [GradableItem]

    /// The sum of its items' marks, not below its floor. Where items were taken out, that sum is scaled to the section's
    /// full marks.
    func score(of scores: [ItemScore]) -> SectionScore {
        let sum = floor.applied(to: scores.reduce(.zero) { $0 + $1.marks })
        let left = scores.reduce(.zero) { $0 + $1.full }
        let marks = left == full || left == .zero ? sum : sum.scaled(from: left, to: full)
        return SectionScore(title: title, marks: marks, full: full)
    }
}

extension Mark {
    /// This share of `whole` as the same share of `other`, rounded half up (away from zero below it) to a thousandth.
    func scaled(from whole: Mark, to other: Mark) -> Mark {
        let product = Int128(thousandths.magnitude) * Int128(other.thousandths)
        let rounded = Int((2 * product + Int128(whole.thousandths)) / (2 * Int128(whole.thousandths)))
        return Mark(thousandths: thousandths < 0 ? -rounded : rounded)
    }
}
