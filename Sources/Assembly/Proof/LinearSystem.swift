/// Whole numbers `x` within bounds whose sums lie within bounds: what is left of a blueprint when it may be met in
/// fractions, on average over all forms. When even that cannot be done, no forms exist.
struct LinearSystem {
    struct Column {
        var lower: Int
        var upper: Int
        /// Whether the search for a point sets out from the upper bound: it is shorter from a point near by.
        var startsAbove = false
        var entries: [(row: Int, coefficient: Int)]
    }

    struct Bounds {
        /// nil: none.
        var lower: Int?
        var upper: Int?
    }

    enum Verdict: Equatable {
        case feasible
        /// Weights of the rows: no `x` gives the weighted rows a sum that their bounds allow.
        case infeasible([Int128])
        /// Numbers grew too large, or it took too long.
        case undecided
    }

    var columns: [Column] = []
    var rows: [Bounds] = []

    /// Farkas' lemma, checked without knowing how the weights were found: whatever `x` within its bounds, the weighted
    /// sum of the rows stays above everything that the rows' bounds allow.
    func isRefuted(by weights: [Int128]) -> Bool {
        gap(by: weights).map { $0 > 0 } ?? false
    }

    /// By how much the weighted sum of the rows, at its least, lies above what their bounds allow; nil when a weight
    /// rests on a bound that is not there.
    func gap(by weights: [Int128]) -> Int128? {
        var least: Int128 = 0
        for column in columns {
            let score = column.entries.reduce(Int128(0)) { $0 + weights[$1.row] * Int128($1.coefficient) }
            least += score * Int128(score > 0 ? column.lower : column.upper)
        }
        var allowed: Int128 = 0
        for (row, weight) in zip(rows, weights) where weight != 0 {
            guard let bound = weight > 0 ? row.upper : row.lower else { return nil }
            allowed += weight * Int128(bound)
        }
        return least - allowed
    }
}
