/// The count table summed over the totals: for each answer of each item how many gave it, the sum of their totals, and
/// how much of them lies in the upper and in the lower group.
struct ColumnSums {
    private(set) var count: [Int]
    /// Of the totals, in units.
    private(set) var totals: [Int]
    private(set) var upper: [Double]
    private(set) var lower: [Double]
    let groups: ExtremeGroups
    /// Sums of the totals and of their squares over all sheets.
    let total: Int
    let totalSquares: Int

    init(_ sheets: CountedSheets) {
        let (layout, distribution) = (sheets.layout, sheets.distribution)
        let groups = ExtremeGroups(distribution)
        let columns = layout.columns
        var (count, totals) = ([Int](repeating: 0, count: columns), [Int](repeating: 0, count: columns))
        var (upper, lower) = ([Double](repeating: 0, count: columns), [Double](repeating: 0, count: columns))
        var (sum, squares) = (0, 0)
        for row in distribution.indices where distribution[row] > 0 {
            let total = row + layout.lowest
            sum += distribution[row] * total
            squares += distribution[row] * total * total
            let cells = sheets.table.row(row)
            for column in 0..<columns {
                count[column] += Int(cells[column])
                totals[column] += Int(cells[column]) * total
            }
            Self.add(cells, weight: groups.upper[row], to: &upper)
            Self.add(cells, weight: groups.lower[row], to: &lower)
        }
        (self.count, self.totals, self.upper, self.lower) = (count, totals, upper, lower)
        (self.groups, total, totalSquares) = (groups, sum, squares)
    }

    private static func add(_ cells: UnsafeBufferPointer<UInt32>, weight: Double, to sums: inout [Double]) {
        guard weight > 0 else { return }
        for column in sums.indices { sums[column] += weight * Double(cells[column]) }
    }
}
