import ExamModel
import Foundation
import TableFile

/// What `Benchmarks/tables.py` measures: reading the cells of a table and nothing more.
@main
struct TableWorkload {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else { return print("TableWorkload FILE") }
        var counter = CellCounter()
        let clock = ContinuousClock()
        let start = clock.now
        try TableFile.tell(URL(filePath: CommandLine.arguments[1]), &counter)
        let seconds = (clock.now - start) / .seconds(1)
        print("\(counter.rows) \(counter.cells) \(counter.bytes) \(seconds)")
    }
}

/// Looks at every cell's text.
struct CellCounter: TableVisitor {
    private(set) var rows = 0
    private(set) var cells = 0
    private(set) var bytes = 0

    mutating func open(_ table: Table) {}
    mutating func begin(sheet name: String?, again: Bool) {}
    mutating func end() {}

    mutating func take(_ row: Table.Row) {
        rows += 1
        cells += row.cells.count
        for cell in row.cells { bytes += cell.text.utf8.count }
    }
}
