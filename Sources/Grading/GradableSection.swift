import ExamModel

/// A section of a form as marking sees it.
struct GradableSection: Sendable {
    let title: String
    let floor: SectionFloor
    /// Full marks of the section.
    let full: Mark
    let items: [GradableItem]

    /// The sum of its items' marks, scaled to the section's full marks where items were taken out, and not below its floor.
    func score(of scores: [ItemScore]) -> SectionScore {
        SectionScore(title: title, marks: floor.applied(to: scaled(scores)), full: full)
    }

    func scaled(_ scores: [ItemScore]) -> Mark {
        let sum = scores.reduce(Mark.zero) { $0 + $1.marks }
        let left = scores.reduce(Mark.zero) { $0 + $1.full }
        return left == full || left == .zero ? sum : sum.scaled(from: left, to: full)
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
