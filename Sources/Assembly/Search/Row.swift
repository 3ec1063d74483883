import ExamModel

/// A rule as arithmetic: the sum of whole-number coefficients over a form's items lies between two bounds, and as near
/// its target as can be.
struct Row: BitwiseCopyable {
    static let unbounded = 1 << 40

    let lower: Int
    let upper: Int
    let target: Int
    /// What one unit outside the bounds costs.
    let weight: Int
    /// What one unit off the target costs.
    let pull: Int
    /// How much of the sum is one unit.
    let unit: Int

    /// A count of items. Being off the target costs little.
    static func count(_ lower: Int, _ upper: Int, target: Int? = nil) -> Row {
        Row(lower: lower, upper: upper, target: target ?? 0, weight: 4000, pull: target == nil ? 0 : 1, unit: 1)
    }

    /// What `items` items lie off the target of their mean, summed.
    static func mean(_ wanted: StatisticTarget, items: Int, pull: Int) -> Row {
        let slack = wanted.tolerance.map { $0 * items } ?? unbounded
        return Row(lower: -slack, upper: slack, target: 0, weight: 20, pull: pull, unit: 1)
    }

    @inline(__always)
    func excess(_ sum: Int) -> Int {
        if sum < lower { return weight &* ((lower &- sum &+ unit &- 1) / unit) }
        if sum > upper { return weight &* ((sum &- upper &+ unit &- 1) / unit) }
        return 0
    }

    @inline(__always)
    func drift(_ sum: Int) -> Int {
        pull == 0 ? 0 : pull &* abs(sum &- target) / unit
    }
}
