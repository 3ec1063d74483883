import ExamModel

/// Merged ranges of a sheet. What stands in the first row of a range also counts for its other rows that hold
/// something, in the range's first column: a type or chapter written once beside many items.
struct MergedCells {
    private struct Range {
        let column: Int
        let rows: ClosedRange<Int>
    }

    /// More ranges than this are ignored; people do not merge so many by hand.
    private static let limit = 10_000
    private var ranges: [Range] = []

    /// Takes `A3:A9`; ranges of a single row change nothing.
    mutating func add(_ reference: String) {
        let ends = reference.split(separator: ":").compactMap { CellAddress($0) }
        guard ends.count == 2, ends[0].row < ends[1].row, ranges.count < Self.limit else { return }
        ranges.append(Range(column: ends[0].column, rows: ends[0].row...ends[1].row))
    }

    mutating func add(column: Int, rows: ClosedRange<Int>) {
        guard rows.count > 1, ranges.count < Self.limit else { return }
        ranges.append(Range(column: column, rows: rows))
    }

    var isEmpty: Bool { ranges.isEmpty }

    /// Ranges by their first row, those before `next` met already.
    private var sorted: [Range] = []
    private var next = 0
    private var open: [(range: Range, source: Table.Cell)] = []

    /// The next row that holds something, with what the ranges above it say. Rows come in order.
    mutating func filled(_ row: Table.Row) -> Table.Row {
        if sorted.isEmpty { sorted = ranges.sorted { $0.rows.lowerBound < $1.rows.lowerBound } }
        open.removeAll { $0.range.rows.upperBound < row.number }
        let isUnderRange = !open.isEmpty
        while next < sorted.count, sorted[next].rows.lowerBound <= row.number {
            let range = sorted[next]
            next += 1
            guard range.rows.lowerBound == row.number, row.cells.indices.contains(range.column) else { continue }
            open.append((range, row.cells[range.column]))
        }
        guard isUnderRange else { return row }
        var cells = row.cells
        for (range, source) in open where range.rows.lowerBound < row.number {
            guard cells.indices.contains(range.column), cells[range.column].isBlank else { continue }
            cells[range.column] = source
        }
        return Table.Row(number: row.number, line: row.line, cells: cells, isHidden: row.isHidden)
    }

    func filled(_ rows: [Table.Row]) -> [Table.Row] {
        guard !isEmpty else { return rows }
        var merged = self
        return rows.map { merged.filled($0) }
    }
}
