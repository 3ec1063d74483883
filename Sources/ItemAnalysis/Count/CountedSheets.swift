package import ExamModel

/// The sheets of one form, counted: everything that statistics need, and each sheet's total.
package struct CountedSheets: @unchecked Sendable {
    // Sendable by hand: nobody writes into the table once it is here.
    let table: CountTable
    package let form: CodedForm
    /// Each sheet's total as a row of the table, in the order of the sheets.
    let rows: [Int32]

    var layout: TableLayout { table.layout }

    package var count: Int { rows.count }

    /// The smallest step between two totals, in marks.
    package var step: Double { Double(layout.unit) / 1000 }

    /// The total of the sheet at `index`.
    package func total(_ index: Int) -> Mark { mark(ofRow: Int(rows[index])) }

    func mark(ofRow row: Int) -> Mark { layout.mark(units: row + layout.lowest) }

    /// How many sheets have each total, a row of the table each.
    var distribution: [Int] {
        var counts = [Int](repeating: 0, count: layout.rows)
        for row in rows { counts[Int(row)] += 1 }
        return counts
    }

    /// Each total's place, a row of the table each: one more than there are higher ones (standard competition ranking).
    private func places() -> [Int] {
        var places = [Int](repeating: 0, count: layout.rows)
        var above = 1
        for (row, sheets) in distribution.enumerated().reversed() {
            places[row] = above
            above += sheets
        }
        return places
    }

    /// Each sheet's place by its total.
    package func ranks() -> [Int] {
        let places = places()
        return rows.map { places[Int($0)] }
    }

    /// Every total that occurs, the highest first: how many sheets have it, and their place.
    package func totals() -> [(total: Mark, sheets: Int, rank: Int)] {
        let (distribution, places) = (distribution, places())
        return distribution.indices.reversed().filter { distribution[$0] > 0 }
            .map { (mark(ofRow: $0), distribution[$0], places[$0]) }
    }

    /// Counts sheets in memory, an answer's number a byte, `form.items.count` bytes a sheet.
    ///
    /// - Throws: `MARKS_TOO_FINE`, `TOO_MANY_ANSWERS`, and `BAD_ANSWER` for a number that no answer has.
    package init(_ sheets: [UInt8], of form: CodedForm) throws(Refusal) {
        let table = CountTable(try TableLayout(form))
        let count = table.layout.items > 0 ? sheets.count / table.layout.items : 0
        var rows = [Int32](repeating: 0, count: count)
        let stray = sheets.withUnsafeBufferPointer { bytes in
            rows.withUnsafeMutableBufferPointer { rows -> Int? in
                guard let sheets = bytes.baseAddress, let totals = rows.baseAddress else { return nil }
                return table.count(sheets, count, totals: totals)
            }
        }
        if let stray { throw .badAnswer(sheet: stray + 1, in: nil) }
        self.init(table: table, form: form, rows: rows)
    }

    init(table: CountTable, form: CodedForm, rows: [Int32]) {
        self.table = table
        self.form = form
        self.rows = rows
    }
}

extension FindingCode {
    /// An answer that the item does not have.
    package static let badAnswer: FindingCode = "BAD_ANSWER"
}

extension Refusal {
    static func badAnswer(sheet: Int, in file: String?) -> Refusal {
        Refusal(
            .badAnswer, at: Place(file: file, row: sheet), "第 \(sheet) 份答卷里有该题没有的作答；文件已损坏，或与答案表不配套",
            "sheet \(sheet) holds an answer that its item does not have: the file is damaged, or the key is another paper's"
        )
    }
}
