/// Whole numbers `x` within bounds whose sums lie within bounds: what is left of a blueprint when it may be met in
/// fractions, on average over all forms. When even that cannot be done, no forms exist.
struct LinearSystem {
    /// A column's part in a row.
    struct Entry: BitwiseCopyable {
        let row: Int
        let coefficient: Int
    }

    struct Bounds {
        static let none = Bounds(lower: nil, upper: nil)

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

    var rows: [Bounds] = []
    /// The bounds of every column.
    var lower: [Int] = []
    var upper: [Int] = []
    /// Whether the search for a point sets out from the upper bound: it is shorter from a point near by.
    var startsAbove: [Bool] = []
    /// `entries[starts[column] ..< starts[column + 1]]`
    private(set) var entries: [Entry] = []
    private(set) var starts = [0]
    /// The largest sum of a column's coefficients without their signs.
    private(set) var largestColumn = 0
    private var sumOfColumn = 0

    var columnCount: Int { lower.count }

    /// A column without parts so far.
    mutating func addColumn(_ bounds: ClosedRange<Int>) {
        lower.append(bounds.lowerBound)
        upper.append(bounds.upperBound)
        startsAbove.append(false)
        starts.append(entries.count)
        sumOfColumn = 0
    }

    /// A part of the last column.
    mutating func add(_ entry: Entry) {
        entries.append(entry)
        starts[starts.count - 1] = entries.count
        sumOfColumn += abs(entry.coefficient)
        largestColumn = max(largestColumn, sumOfColumn)
    }

    @inline(__always)
    func entries(of column: Int) -> ArraySlice<Entry> { entries[starts[column]..<starts[column + 1]] }

    /// Farkas' lemma, checked without knowing how the weights were found: whatever `x` within its bounds, the weighted
    /// sum of the rows stays above everything that the rows' bounds allow.
    func isRefuted(by weights: [Int128]) -> Bool {
        gap(by: weights).map { $0 > 0 } ?? false
    }

    /// By how much the weighted sum of the rows, at its least, lies above what their bounds allow; nil when a weight
    /// rests on a bound that is not there.
    func gap(by weights: [Int128]) -> Int128? {
        var least: Int128 = 0
        for column in 0..<columnCount {
            var score: Int128 = 0
            for index in starts[column]..<starts[column + 1] {
                score += weights[entries[index].row] * Int128(entries[index].coefficient)
            }
            least += score * Int128(score > 0 ? lower[column] : upper[column])
        }
        var allowed: Int128 = 0
        for (row, weight) in zip(rows, weights) where weight != 0 {
            guard let bound = weight > 0 ? row.upper : row.lower else { return nil }
            allowed += weight * Int128(bound)
        }
        return least - allowed
    }
}
