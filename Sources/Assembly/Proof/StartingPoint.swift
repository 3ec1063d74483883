/// Where the search for a point of a linear system sets out: every kind of place filled, evenly over the columns that may
/// stand there. Where that misses the bounds of figures, more of the columns that bring them nearer, as many of every
/// cell as before.
struct StartingPoint {
    /// For each column whether it begins at its upper bound.
    private(set) var startsAbove: [Bool]
    private let system: LinearSystem
    /// The columns of one kind that differ in figures alone, and how much of them is taken.
    private var cells: [(columns: [Int], taken: Int)] = []

    /// - Parameters:
    ///   - kinds: the rows of the kinds of places.
    ///   - figures: the rows of means and totals.
    init(_ system: LinearSystem, kinds: [Int], figures: [Int]) {
        self.system = system
        startsAbove = Array(repeating: false, count: system.columnCount)
        spread(over: kinds, figures)
        let sums = sums(of: figures)
        let misses = zip(figures, sums).map { row, sum in
            let bounds = system.rows[row]
            return max(0, (bounds.lower ?? sum) - sum) - max(0, sum - (bounds.upper ?? sum))
        }
        guard misses.contains(where: { $0 != 0 }) else { return }
        lean(figures, misses)
    }

    private mutating func spread(over kinds: [Int], _ figures: [Int]) {
        var fitting: [Int: [Int]] = [:]
        for column in 0..<system.columnCount where system.lower[column] == 0 {
            if let first = system.entries(of: column).first { fitting[first.row, default: []].append(column) }
        }
        for row in kinds {
            guard let columns = fitting[row], let wanted = system.rows[row].upper else { continue }
            let capacity = columns.reduce(0) { $0 + system.upper[$1] }
            guard capacity > 0 else { continue }
            var (passed, taken) = (0, 0)
            var cellOf: [Int: Int] = [:]
            for column in columns {
                let sign = signature(of: column, besides: figures)
                let cell = cellOf[sign] ?? cells.count
                if cell == cells.count {
                    cells.append(([], 0))
                    cellOf[sign] = cell
                }
                cells[cell].columns.append(column)
                let upper = system.upper[column]
                passed += upper
                guard (taken + upper) * capacity <= passed * wanted else { continue }
                startsAbove[column] = true
                cells[cell].taken += upper
                taken += upper
            }
        }
    }

    /// A number that columns with the same counts have in common.
    private func signature(of column: Int, besides figures: [Int]) -> Int {
        system.entries(of: column).reduce(0) { sum, entry in
            figures.contains(entry.row) ? sum : (sum &* 1009 &+ entry.row) &* 31 &+ entry.coefficient
        }
    }

    private func sums(of rows: [Int]) -> [Int] {
        var sums = Array(repeating: 0, count: system.rows.count)
        for column in startsAbove.indices {
            let amount = startsAbove[column] ? system.upper[column] : system.lower[column]
            guard amount != 0 else { continue }
            for entry in system.entries(of: column) { sums[entry.row] += entry.coefficient * amount }
        }
        return rows.map { sums[$0] }
    }

    /// More cells than this are filled evenly.
    private static let mostCells = 400
    private static let steps = 600
    private static let partsOfCell = 8

    /// Solves the system with the columns of a cell put together in a few parts, by how much they help, and takes as much
    /// of each.
    private mutating func lean(_ figures: [Int], _ misses: [Int]) {
        guard cells.count <= Self.mostCells else { return }
        var weights = Array(repeating: 0, count: system.rows.count)
        var sizes = weights
        for column in 0..<system.columnCount {
            for entry in system.entries(of: column) {
                sizes[entry.row] += abs(entry.coefficient) * system.upper[column]
            }
        }
        for (row, miss) in zip(figures, misses) where sizes[row] > 0 { weights[row] = miss * 1 << 20 / sizes[row] }
        let scores = (0..<system.columnCount).map { column in
            system.entries(of: column).reduce(0) { $0 + weights[$1.row] * $1.coefficient }
        }
        var parts: [(columns: ArraySlice<Int>, taken: Int)] = []
        for (columns, taken) in cells {
            let sorted = columns.sorted { (scores[$1], $0) < (scores[$0], $1) }
            let size = max(1, (sorted.count + Self.partsOfCell - 1) / Self.partsOfCell)
            var rest = taken
            for start in stride(from: 0, to: sorted.count, by: size) {
                let part = sorted[start..<min(start + size, sorted.count)]
                let upper = part.reduce(0) { $0 + system.upper[$1] }
                parts.append((part, min(rest, upper)))
                rest -= min(rest, upper)
            }
        }
        let coarse = coarse(parts)
        var simplex = Simplex(coarse)
        _ = simplex.solve(steps: Self.steps)
        var amounts = Array(simplex.restingValues)
        for (column, value) in simplex.basicColumns { amounts[column] = Int(value / simplex.determinant) }
        for ((columns, _), amount) in zip(parts, amounts) {
            var rest = amount
            for column in columns {
                startsAbove[column] = rest >= system.upper[column]
                rest -= system.upper[column]
            }
        }
    }

    private func coarse(_ parts: [(columns: ArraySlice<Int>, taken: Int)]) -> LinearSystem {
        var coarse = LinearSystem()
        coarse.rows = system.rows
        for column in 0..<system.columnCount where system.lower[column] > 0 {
            for entry in system.entries(of: column) {
                let amount = entry.coefficient * system.lower[column]
                coarse.rows[entry.row].lower = coarse.rows[entry.row].lower.map { $0 - amount }
                coarse.rows[entry.row].upper = coarse.rows[entry.row].upper.map { $0 - amount }
            }
        }
        for (columns, taken) in parts {
            let upper = columns.reduce(0) { $0 + system.upper[$1] }
            coarse.addColumn(0...upper)
            coarse.startsAbove[coarse.columnCount - 1] = upper > 0 && taken * 2 > upper
            var sums: [Int: Int] = [:]
            for column in columns {
                for entry in system.entries(of: column) {
                    sums[entry.row, default: 0] += entry.coefficient * system.upper[column]
                }
            }
            for (row, sum) in sums.sorted(by: { $0.key < $1.key }) where upper > 0 {
                coarse.add(LinearSystem.Entry(row: row, coefficient: sum / upper))
            }
        }
        return coarse
    }
}
