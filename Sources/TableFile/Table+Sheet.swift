package import ExamModel

extension Table {
    package struct Sheet: Hashable, Sendable {
        /// `nil` for csv and tsv.
        package let name: String?
        /// The rows that hold something, in order.
        package let rows: [Row]

        package init(name: String?, rows: [Row]) {
            self.name = name
            self.rows = rows
        }

        /// Where `row` stands, for findings.
        package func place(of row: Row, in file: String) -> Place {
            Place(file: file, sheet: name, row: row.number, line: row.line)
        }
    }

    package struct Row: Hashable, Sendable {
        /// From 1, blank rows counted.
        package let number: Int
        /// The physical line on which the row begins, from 1; `nil` for workbooks.
        package let line: Int?
        /// From column A; as many as the file gives, so rows differ in length.
        package let cells: [Cell]
        /// Not shown in the spreadsheet program: by a filter, or by hand.
        package let isHidden: Bool

        package init(number: Int, line: Int?, cells: [Cell], isHidden: Bool = false) {
            self.number = number
            self.line = line
            self.cells = cells
            self.isHidden = isHidden
        }

        /// The text at `column`, which counts from 0; empty beyond the end.
        package subscript(column: Int) -> String {
            cells.indices.contains(column) ? cells[column].text : ""
        }
    }

    package struct Cell: Hashable, Sendable {
        /// As a person sees it: `60%`, `2010年10月28日`.
        package let text: String
        /// The text is the stored result of a formula.
        package let isFormula: Bool

        package init(_ text: String, isFormula: Bool = false) {
            self.text = text
            self.isFormula = isFormula
        }

        package var isBlank: Bool {
            // Nearly every text shows in its first byte that it is none of the blanks.
            guard let first = text.utf8.first else { return true }
            return (first <= 0x20 || first >= 0x80) && text.isBlank
        }
    }
}
