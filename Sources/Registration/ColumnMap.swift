import ExamModel
import TableFile

/// The columns of a table by the meaning of their headings, in whatever order the office keeps them.
struct ColumnMap {
    private let columns: [String: Int]

    /// Finds the columns in the sheet's first row. Every missing one is reported together.
    ///
    /// - Parameter names: for each column the headings it goes by, the usual one first.
    init(_ names: [[String]], in sheet: Table.Sheet, of file: String) throws(Refusal) {
        guard let header = sheet.rows.first else {
            throw Refusal(.emptyTable, at: Place(file: file), "表格里没有内容", "the table is empty")
        }
        let headings = header.cells.map { cell in cell.text.filter { !$0.isWhitespace } }
        var columns: [String: Int] = [:]
        for spellings in names {
            if let column = headings.firstIndex(where: spellings.contains) { columns[spellings[0]] = column }
        }
        let missing = names.map { $0[0] }.filter { columns[$0] == nil }
        guard missing.isEmpty else {
            let list = missing.joined(separator: "、")
            throw Refusal(
                .missingColumn, at: sheet.place(of: header, in: file), "表头缺少列：\(list)，请补上（列的顺序不限）",
                "the header lacks the column(s) \(list); add them, in any order")
        }
        self.columns = columns
    }

    /// The trimmed text under a heading.
    func text(_ name: String, in row: Table.Row) -> String {
        columns[name].map { row[$0].trimmed } ?? ""
    }
}
