import ExamModel
import TableFile

/// The columns of a table by the meaning of their headings, in whatever order the office keeps them.
struct ColumnMap {
    private let columns: [String: Int]

    /// The columns of every sheet that holds rows. Sheets without the columns are refused together.
    ///
    /// - Parameters:
    ///   - names: for each column the headings it goes by, the usual one first.
    ///   - optional: the same of columns that need not be there.
    static func sheets(
        of table: Table, _ names: [[String]], optional: [[String]] = []
    ) throws(Refusal) -> [(sheet: Table.Sheet, map: ColumnMap)] {
        var found: [(sheet: Table.Sheet, map: ColumnMap)] = []
        var findings: [Finding] = []
        for sheet in table.sheets {
            guard let header = sheet.rows.first else { continue }
            do throws(Refusal) {
                found.append(
                    (sheet, try ColumnMap(names, optional, in: header, at: sheet.place(of: header, in: table.file))))
            } catch {
                findings += error.findings
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return found
    }

    private init(
        _ names: [[String]], _ optional: [[String]], in header: Table.Row, at place: Place
    ) throws(Refusal) {
        let headings = header.cells.map { cell in cell.text.filter { !$0.isWhitespace } }
        var columns: [String: Int] = [:]
        for spellings in names + optional {
            if let column = headings.firstIndex(where: spellings.contains) { columns[spellings[0]] = column }
        }
        let missing = names.map { $0[0] }.filter { columns[$0] == nil }
        guard missing.isEmpty else {
            let list = missing.joined(separator: "、")
            throw Refusal(
                .missingColumn, at: place, "表头缺少列：\(list)，请补上（列的顺序不限）",
                "the header lacks the column(s) \(list); add them, in any order")
        }
        self.columns = columns
    }

    /// The trimmed text under a heading.
    func text(_ name: String, in row: Table.Row) -> String {
        columns[name].map { row[$0].trimmed } ?? ""
    }
}
