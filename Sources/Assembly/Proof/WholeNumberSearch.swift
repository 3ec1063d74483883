/// Decides whether a linear system has a point in whole numbers, by dividing it at fractions (Land and Doig, "An
/// automatic method of solving discrete programming problems", 1960). Every dead end is refuted by weights, so an
/// exhausted tree is a proof.
struct WholeNumberSearch {
    enum Verdict: Equatable {
        /// The columns' values.
        case point([Int])
        case none
        /// It would take too long.
        case undecided
    }

    /// How often the simplex method may look at a column.
    private var work: Int

    init(work: Int = 30_000_000) {
        self.work = work
    }

    mutating func solve(_ system: LinearSystem) -> Verdict {
        var simplex = Simplex(system)
        let verdict = simplex.solve(steps: 10_000)
        work -= simplex.looks + 2 * (system.columnCount + system.rows.count * 4)
        guard work > 0 else { return .undecided }
        switch verdict {
        case .infeasible: return .none
        case .undecided: return .undecided
        case .feasible: break
        }
        guard let fraction = simplex.fraction else { return .point(simplex.wholeValues) }
        return branch(system, at: fraction)
    }

    /// The nearer whole number first.
    private mutating func branch(_ system: LinearSystem, at fraction: (column: Int, below: Int, isHigh: Bool))
        -> Verdict
    {
        var isDecided = true
        for isUpper in fraction.isHigh ? [true, false] : [false, true] {
            var half = system
            if isUpper {
                half.lower[fraction.column] = fraction.below + 1
            } else {
                half.upper[fraction.column] = fraction.below
            }
            switch solve(half) {
            case .point(let point): return .point(point)
            case .none: continue
            case .undecided: isDecided = false
            }
            guard work > 0 else { return .undecided }
        }
        return isDecided ? .none : .undecided
    }
}

extension Simplex {
    /// The column that lies farthest from a whole number; nil when all are whole.
    var fraction: (column: Int, below: Int, isHigh: Bool)? {
        var best: (column: Int, below: Int, isHigh: Bool)?
        var farthest: Int128 = 0
        for (variable, value) in basicColumns {
            let below = value >= 0 ? value / determinant : -((-value + determinant - 1) / determinant)
            let rest = value - below * determinant
            let distance = min(rest, determinant - rest)
            guard distance > farthest else { continue }
            farthest = distance
            best = (variable, Int(below), rest * 2 > determinant)
        }
        return best
    }

    /// The columns' values when ``fraction`` is nil.
    var wholeValues: [Int] {
        var values = Array(restingValues)
        for (variable, value) in basicColumns { values[variable] = Int(value / determinant) }
        return values
    }
}
