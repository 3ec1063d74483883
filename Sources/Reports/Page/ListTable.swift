/// Sets a list as an HTML table: caption, scoped headings, numbers in line on the right.
enum ListTable {
    /// - Parameters:
    ///   - caption: What the table is; heard by those who do not see it.
    ///   - emphasis: Rows, by their index, that are set apart, and the class that does it.
    static func markup(_ list: ResultList, caption: String, emphasis: [Int: String] = [:]) -> Markup {
        let head = list.columns.map { column in
            Markup.element("th", ["scope": "col", "class": cssClass(of: column)], column.title)
        }
        let rows = list.rows.enumerated().map { index, cells in
            Markup.element(
                "tr", emphasis[index].map { ["class": $0] } ?? [:],
                zip(cells, list.columns).map { cell($0, in: $1) })
        }
        let table = Markup.element(
            "table", [:],
            [
                .element("caption", [:], caption),
                .element("thead", [:], [.element("tr", [:], head)]),
                .element("tbody", [:], rows),
            ])
        return .element("div", ["class": "table"], [table])
    }

    private static func cell(_ cell: ResultList.Cell, in column: ResultList.Column) -> Markup {
        let attributes: KeyValuePairs = ["class": cssClass(of: column)]
        if case .mark(let mark) = cell {
            return .element("td", attributes, mark.text(decimals: column.decimals))
        }
        return .element("td", attributes, cell.plain)
    }

    private static func cssClass(of column: ResultList.Column) -> String {
        switch column.kind {
        case .word: "word"
        case .text: "text"
        case .long: "long"
        case .code: "code"
        case .number: "number"
        }
    }
}
