import ExamModel

import TableFile

/// An item in a table of two columns, the field's name on the left and its content on the right: 题干 | ……, 答案 | A.
enum FormTable {
    /// The table with rows and columns exchanged, an item a row; `nil` unless its first column names fields. A second 题干
    /// begins another item.
    static func sheet(of sheet: Table.Sheet) -> Table.Sheet? {
        guard sheet.rows.count >= 3, sheet.rows.allSatisfy({ $0.cells.count == 2 }) else { return nil }
        let named = sheet.rows.filter { BankColumn(header: $0[0]) != nil }
        guard named.count == sheet.rows.count || named.count >= 3,
            named.contains(where: { BankColumn(header: $0[0]) == .stem })
        else { return nil }
        var titles: [String] = []
        var items: [(row: Table.Row, cells: [String: String])] = []
        for row in sheet.rows {
            let title = row[0].trimmed
            if items.isEmpty || BankColumn(header: title) == .stem && items[items.count - 1].cells[title] != nil {
                items.append((row, [:]))
            }
            if !titles.contains(title) { titles.append(title) }
            items[items.count - 1].cells[title, default: ""] += row[1]
        }
        let header = Table.Row(number: 0, line: sheet.rows.first?.line, cells: titles.map { Table.Cell($0) })
        let rows = items.map { item in
            Table.Row(
                number: item.row.number, line: item.row.line, cells: titles.map { Table.Cell(item.cells[$0] ?? "") })
        }
        return Table.Sheet(name: sheet.name, rows: [header] + rows)
    }
}
