extension FormSearch {
    /// What is left to improve, in the order in which it counts.
    struct Standing: Comparable {
        /// What rows cost outside their bounds.
        let excess: Int
        /// Items shared beyond the limit of the moment, over all pairs of forms.
        let overlap: Int
        /// Σ u(u − 1)/2 over the items.
        let use: Int
        /// What rows cost off their targets.
        let drift: Int

        static func < (left: Standing, right: Standing) -> Bool {
            (left.excess, left.overlap, left.use, left.drift) < (right.excess, right.overlap, right.use, right.drift)
        }

        /// Better by a fiftieth while rows are broken; then in something that counts, or nearer the targets by a fiftieth.
        func isClearlyBetter(than other: Standing) -> Bool {
            guard other.excess == 0 else { return excess + other.excess / 50 < other.excess }
            return (excess, overlap, use) < (other.excess, other.overlap, other.use)
                || drift + other.drift / 50 < other.drift
        }
    }

    var standing: Standing {
        var overlap = 0
        for count in overlaps.elements where Int(count) > freeOverlap { overlap += Int(count) - freeOverlap }
        let use = problem.sharing ? uses.elements.reduce(0) { $0 + Int($1) * Int($1 - 1) / 2 } : 0
        return Standing(
            excess: excess.elements.reduce(0, +), overlap: overlap / 2, use: use, drift: drift.elements.reduce(0, +))
    }
}
