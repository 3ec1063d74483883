package import ExamModel

extension SheetTable {
    /// Bytes read at a time by each worker; no row may be longer.
    static let bufferSize = 1 << 20

    /// Scores and counts all sheets.
    ///
    /// - Parameters:
    ///   - judgements: For each item whether T and F mean its two options.
    /// - Throws: `BAD_SHEET_TABLE` with the row of everything that cannot be read (twenty at most), `MARKS_TOO_FINE`.
    package func counted(by key: CodedForm, judgements: [Bool]) throws(Refusal) -> CountedSheets {
        let layout = try TableLayout(key)
        let options = key.items.map(\.options.count)
        let pieces = Workers.pieces(of: bytes.size - start, smallest: Self.bufferSize)
        let parts = try Workers.run(pieces) { piece throws(Refusal) in
            let range = start + piece.lowerBound..<start + piece.upperBound
            let reader = RowReader(bytes: bytes, range: range, isFirst: piece.lowerBound == 0)
            let counter = RowCounter(
                table: CountTable(layout), hasTickets: hasTickets, options: options, judgements: judgements)
            try reader.run(counter)
            return (part: CountedPart(table: counter.table, rows: counter.rows), faults: counter.faults)
        }
        let faults = parts.flatMap(\.faults)
        guard faults.isEmpty else { throw try refusal(of: faults) }
        return CountedSheets(merging: parts.map(\.part), layout: layout, form: key)
    }

    /// The tickets and responses of all sheets, for packing: a byte an item.
    package func read(key: CodedForm, judgements: [Bool]) throws(Refusal) -> (tickets: [String], responses: [UInt8]) {
        let reader = RowReader(bytes: bytes, range: start..<bytes.size, isFirst: true)
        let counter = RowCounter(
            table: CountTable(try TableLayout(key)), hasTickets: hasTickets, options: key.items.map(\.options.count),
            judgements: judgements, keepsSheets: true)
        try reader.run(counter)
        guard counter.faults.isEmpty else { throw try refusal(of: counter.faults) }
        return (counter.tickets, counter.responses)
    }

    /// Says for each fault in which row it stands: the rows are counted only now.
    private func refusal(of faults: [RowFault]) throws(Refusal) -> Refusal {
        var findings: [Finding] = []
        var (row, position) = (2, start)
        for fault in faults.sorted(by: { $0.offset < $1.offset }).prefix(20) {
            while position < fault.offset {
                let piece = try bytes.data(at: position, count: min(1 << 20, fault.offset - position))
                row += piece.count { $0 == UInt8(ascii: "\n") }
                position += piece.count
            }
            findings.append(
                Finding(.error, .badSheetTable, at: Place(file: bytes.name, row: row), fault.message))
        }
        return Refusal(findings)
    }
}

/// A row that cannot be read, by where it begins.
struct RowFault: Sendable {
    let offset: Int
    let message: Bilingual
}
