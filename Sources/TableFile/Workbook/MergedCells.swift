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

    func filled(_ rows: [Table.Row]) -> [Table.Row] {
        guard !ranges.isEmpty else { return rows }
        var cells = rows.map(\.cells)
        for range in ranges {
            let first = rows.partitioningIndex { $0.number >= range.rows.lowerBound }
            guard first < rows.count, rows[first].number == range.rows.lowerBound,
                rows[first].cells.indices.contains(range.column)
            else { continue }
            let source = rows[first].cells[range.column]
            for index in (first + 1)..<max(first + 1, rows.partitioningIndex { $0.number > range.rows.upperBound }) {
                guard cells[index].indices.contains(range.column), cells[index][range.column].text.isBlank else {
                    continue
                }
                cells[index][range.column] = source
            }
        }
        return zip(rows, cells).map { Table.Row(number: $0.number, line: $0.line, cells: $1) }
    }
}

extension Array {
    /// The first index at which `belongsToSecond` holds, in an array that is sorted by it.
    fileprivate func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
