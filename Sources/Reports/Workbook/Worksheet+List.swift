import ExamModel

extension Worksheet {
    /// Sets a list: its header, its rows, widths and heights that fit what they hold.
    func write(_ list: ResultList, _ formats: CellFormats) throws(Refusal) {
        let measure = SheetMeasure(list)
        for (index, column) in list.columns.enumerated() {
            try write(column.title, row: 0, column: index, formats.header)
            try setWidth(measure.widths[index], column: index)
            if case .code = column.kind { try allowDigitsAsText(column: index, rows: list.rows.count) }
        }
        for (row, cells) in list.rows.enumerated() {
            try setHeight(measure.height(ofRow: row), row: row + 1)
            for (index, cell) in cells.enumerated() {
                try write(cell, row: row + 1, column: index, formats.format(for: list.columns[index]))
            }
        }
        try setHeight(24, row: 0)
        try setHeaderRow(columns: list.columns.count, rows: list.rows.count)
    }

    private func write(
        _ cell: ResultList.Cell, row: Int, column: Int, _ format: CellFormat
    ) throws(Refusal) {
        switch cell {
        case .text(let text): try write(text, row: row, column: column, format)
        case .count(let count): try write(Double(count), row: row, column: column, format)
        case .mark(let mark): try write(Double(mark.thousandths) / 1000, row: row, column: column, format)
        case .figure(let value, _): try write(value, row: row, column: column, format)
        case .nothing: try writeBlank(row: row, column: column, format)
        }
    }
}

extension CellFormats {
    fileprivate func format(for column: ResultList.Column) -> CellFormat {
        switch column.kind {
        case .word, .text, .long: text
        case .code: code
        case .number: numbers[min(column.decimals, numbers.count - 1)]
        }
    }
}
