/// The upper and the lower 27 % of the sheets by total (Kelley, The selection of upper and lower groups for the
/// validation of test items, Journal of Educational Psychology 30, 1939).
///
/// A group is exactly 0.27·n sheets, whole or not. Going in from the end, every total that fits in whole belongs to it;
/// the sheets of the total at the boundary belong to it with one weight, the same for each of them: what is still
/// missing, divided by their number. So equals are never parted by the order of the rows, and both groups are of one size.
struct ExtremeGroups {
    /// For each total (a row of the count table) the weight of its sheets in the upper and in the lower group, 0 to 1.
    let upper: [Double]
    let lower: [Double]
    /// 0.27·n.
    let size: Double

    /// - Parameter distribution: How many sheets have each total, the lowest first.
    init(_ distribution: [Int]) {
        // In hundredths of a sheet everything is a whole number but the boundary's weight.
        let wanted = distribution.reduce(0, +) * 27
        lower = Self.weights(distribution, order: Array(distribution.indices), wanted: wanted)
        upper = Self.weights(distribution, order: distribution.indices.reversed(), wanted: wanted)
        size = Double(wanted) / 100
    }

    private static func weights(_ distribution: [Int], order: [Int], wanted: Int) -> [Double] {
        var weights = [Double](repeating: 0, count: distribution.count)
        var missing = wanted
        for row in order where missing > 0 && distribution[row] > 0 {
            let sheets = distribution[row] * 100
            weights[row] = missing >= sheets ? 1 : Double(missing) / Double(sheets)
            missing -= min(sheets, missing)
        }
        return weights
    }
}
