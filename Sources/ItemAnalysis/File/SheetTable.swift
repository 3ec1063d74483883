package import ExamModel

/// Answer sheets as csv: a heading of item ids, a row a sheet, letters in the cells (`A`, `ABD`, blank for no answer; for
/// judgements also `T` and `F`, √ and ×). A first column that names no item holds the tickets.
package struct SheetTable: Sendable {
    /// A heading longer than this is none.
    private static let longestHeading = 1 << 20

    /// Headings that name no item.
    private static let ticketHeadings: Set = ["准考证号", "考号", "考生号", "姓名", "ticket", "candidate", "id"]

    let bytes: SheetBytes
    /// Without the ticket column.
    package let headings: [String]
    package let hasTickets: Bool
    /// Where the first row after the heading begins.
    let start: Int

    /// Reads the heading.
    ///
    /// - Parameter items: How many items the key has; one column more is the tickets'.
    /// - Throws: `BAD_SHEET_TABLE`, `WRONG_KEY`, `FILE_UNREADABLE`.
    package init(_ bytes: SheetBytes, items: Int) throws(Refusal) {
        let beginning = try bytes.data(at: 0, count: min(bytes.size, Self.longestHeading))
        guard let end = beginning.firstIndex(of: UInt8(ascii: "\n")) else {
            throw Refusal(
                .badSheetTable, at: Place(file: bytes.name, row: 1), "没有读到表头行；答卷应为 csv，第一行是准考证号和各题题号",
                "there is no heading; sheets are csv with the ticket and the item ids in the first row")
        }
        let line = beginning[..<end].starts(with: [0xEF, 0xBB, 0xBF]) ? beginning[3..<end] : beginning[..<end]
        let cells = CellScanner.cells(in: line).map { String(decoding: $0, as: UTF8.self) }
        let named = cells.first.map { Self.ticketHeadings.contains($0.trimmed.lowercased()) } ?? false
        guard cells.count == items + 1 || (cells.count == items && !named) else {
            throw .wrongKey(bytes.name, items: cells.count - (named ? 1 : 0), keyed: items)
        }
        self.bytes = bytes
        hasTickets = cells.count == items + 1
        headings = hasTickets ? Array(cells.dropFirst()) : cells
        start = end + 1
    }
}

/// The cells of one csv line, quotes taken off.
enum CellScanner {
    static func cells(in line: ArraySlice<UInt8>) -> [[UInt8]] {
        var cells: [[UInt8]] = [[]]
        var quoted = false
        let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""):
                quoted.toggle()
            case UInt8(ascii: ",") where !quoted:
                cells.append([])
            default:
                cells[cells.count - 1].append(byte)
            }
        }
        return cells
    }
}

extension FindingCode {
    /// A table of answer sheets that cannot be read.
    package static let badSheetTable: FindingCode = "BAD_SHEET_TABLE"
}
