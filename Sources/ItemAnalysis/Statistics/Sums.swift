/// Sums over the sheets of two amounts x and y, in whole units: exact, so that no order of adding changes a result.
struct Sums {
    let count: Int
    let x: Int
    let xx: Int
    let y: Int
    let yy: Int
    let xy: Int

    /// n·Σx² − (Σx)²: the variance times n².
    static func spread(_ count: Int, _ sum: Int, _ squares: Int) -> Int128 {
        Int128(count) * Int128(squares) - Int128(sum) * Int128(sum)
    }

    /// Pearson's product-moment correlation r = (nΣxy − ΣxΣy) / √((nΣx² − (Σx)²)(nΣy² − (Σy)²)); nil when x or y is
    /// always the same. With x of two values it is the point-biserial correlation (Lord and Novick, Statistical Theories
    /// of Mental Test Scores, 1968, section 15.5).
    var correlation: Double? {
        let (first, second) = (Self.spread(count, x, xx), Self.spread(count, y, yy))
        guard first > 0, second > 0 else { return nil }
        let shared = Int128(count) * Int128(xy) - Int128(x) * Int128(y)
        return Double(shared) / (Double(first).squareRoot() * Double(second).squareRoot())
    }

    /// The same x against what remains of y when x is taken out of it: the correlation of an item with the rest of the
    /// paper (corrected item-total correlation; Henrysson, Correction of item-total correlations in item analysis,
    /// Psychometrika 28, 1963).
    var rest: Sums {
        Sums(count: count, x: x, xx: xx, y: y - x, yy: yy - 2 * xy + xx, xy: xy - xx)
    }

    /// The sample's standard deviation √(Σ(x − x̄)² / (n − 1)); nil for a single sheet.
    static func deviation(_ count: Int, _ sum: Int, _ squares: Int) -> Double? {
        guard count > 1 else { return nil }
        return (Double(spread(count, sum, squares)) / (Double(count) * Double(count - 1))).squareRoot()
    }
}
