package import ExamModel

/// Takes the rows of a table file as they are read, so that no file need be held whole.
package protocol TableVisitor {
    /// The file is known for what it is; its sheets follow. `table` has none.
    mutating func open(_ table: Table) throws(Refusal)
    /// A sheet begins.
    ///
    /// - Parameter again: the sheet that began last begins once more: what came of it was not complete and is void.
    mutating func begin(sheet name: String?, again: Bool) throws(Refusal)
    /// A row that holds something, in order.
    mutating func take(_ row: Table.Row) throws(Refusal)
    /// The sheet that began last is told in full.
    mutating func end() throws(Refusal)
}

extension Table {
    /// Tells a visitor what a reader told.
    package func tell(_ visitor: inout some TableVisitor) throws(Refusal) {
        try visitor.open(Table(file: file, format: format, encoding: encoding, sheets: []))
        for sheet in sheets {
            try visitor.begin(sheet: sheet.name, again: false)
            for row in sheet.rows { try visitor.take(row) }
            try visitor.end()
        }
    }
}

/// Keeps everything.
struct TableCollector: TableVisitor {
    private(set) var table = Table(file: "", format: .csv, encoding: "", sheets: [])
    private var name: String?
    private var rows: [Table.Row] = []

    mutating func open(_ table: Table) { self.table = table }

    mutating func begin(sheet name: String?, again: Bool) {
        self.name = name
        rows = []
    }

    mutating func take(_ row: Table.Row) { rows.append(row) }

    mutating func end() {
        let sheets = table.sheets + [Table.Sheet(name: name, rows: rows)]
        table = Table(file: table.file, format: table.format, encoding: table.encoding, sheets: sheets)
        rows = []
    }
}
