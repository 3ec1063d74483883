import ExamModel

import TableFile

/// An item in a table that names its fields beside their content: 题干 | ……, 答案 | A | 难度 | 易.
enum FormTable {
    private typealias Field = (title: String, content: String)

    /// The table with rows and columns exchanged, an item a row; `nil` unless its cells name fields. A second 题干 begins
    /// another item.
    static func sheet(of sheet: Table.Sheet) -> Table.Sheet? {
        let rows = sheet.rows.map { (row: $0, fields: fields(of: $0)) }
        let named = rows.filter { $0.fields.first.flatMap { BankColumn(header: $0.title) } != nil }
        guard rows.count >= 3, rows.allSatisfy({ !$0.fields.isEmpty }), named.count == rows.count || named.count >= 3,
            named.contains(where: { $0.fields.contains { BankColumn(header: $0.title) == .stem } })
        else { return nil }
        var titles: [String] = []
        var items: [(row: Table.Row, cells: [String: String])] = []
        for (row, fields) in rows {
            for (title, content) in fields {
                if items.isEmpty || BankColumn(header: title) == .stem && items[items.count - 1].cells[title] != nil {
                    items.append((row, [:]))
                }
                if !titles.contains(title) { titles.append(title) }
                items[items.count - 1].cells[title, default: ""] += content
            }
        }
        let header = Table.Row(number: 0, line: sheet.rows.first?.line, cells: titles.map { Table.Cell($0) })
        let exchanged = items.map { item in
            Table.Row(
                number: item.row.number, line: item.row.line, cells: titles.map { Table.Cell(item.cells[$0] ?? "") })
        }
        return Table.Sheet(name: sheet.name, rows: [header] + exchanged)
    }

    /// Two cells are a field; four or more are several, if each names a field or is empty. Empty for any other row.
    private static func fields(of row: Table.Row) -> [Field] {
        var cells = row.cells.map(\.text.trimmed)
        while cells.count > 2, cells.last?.isEmpty == true { cells.removeLast() }
        guard cells.count >= 2, cells.count.isMultiple(of: 2) else { return [] }
        let fields = stride(from: 0, to: cells.count, by: 2).map { (title: cells[$0], content: cells[$0 + 1]) }
        guard cells.count == 2 || fields.allSatisfy({ isName($0.title) }) else { return [] }
        return fields
    }

    private static func isName(_ title: String) -> Bool {
        BankColumn(header: title) != nil || LineLabel(at: 0, in: Folded.half((title + ":").unicodeScalars)) != nil
            || ["题号", "序号", "试题编号"].contains(Folded.text(title))
    }
}
