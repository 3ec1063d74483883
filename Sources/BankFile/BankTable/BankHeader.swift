import TableFile

/// The header row of a bank table, found by what its cells mean.
struct BankHeader {
    /// The last row of the header, which may take two.
    private(set) var row: Int
    /// Columns with a meaning, by position.
    let columns: [Int: BankColumn]
    /// The header's words, for messages.
    let titles: [String]
    /// What the answer's heading says that letters or numbers mean: 答案（1对0错）.
    let judgementLetters: [Character: Bool]
    /// As they stand in the file, to know the header when it is repeated further down.
    private let cells: [Table.Cell]

    /// Titles and instructions may stand above; how many rows are searched.
    static let depth = 30

    static func find(in sheet: Table.Sheet, headings: BankHeadings = .usual) -> BankHeader? {
        let rows = sheet.rows.prefix(depth)
        return rows.indices.lazy.compactMap {
            BankHeader(rows[$0], below: rows.indices.contains($0 + 1) ? rows[$0 + 1] : nil, headings)
        }
        .first
    }

    /// Words that begin the header of a table without meaning anything for an item.
    private static let counters: Set<String> = ["题号", "序号", "编号", "题序", "no.", "id"]

    /// Another header further down: a second table on the sheet.
    static func again(_ row: Table.Row, _ headings: BankHeadings) -> BankHeader? {
        guard let header = BankHeader(row, below: nil, headings), header.twins.isEmpty else { return nil }
        return header
    }

    /// Whether a header may begin with this cell.
    static func mayBegin(with text: String, _ headings: BankHeadings) -> Bool {
        headings.column(text) != nil || counters.contains(BankColumn.bare(text))
    }

    /// `nil` unless there is a column for stems and one for answers or options.
    private init?(_ row: Table.Row, below: Table.Row?, _ headings: BankHeadings) {
        var columns: [Int: BankColumn] = [:]
        for (position, cell) in row.cells.enumerated() { columns[position] = headings.column(cell.text) }
        let meanings = Set(columns.values)
        let hasOptions = meanings.contains { if case .option = $0 { true } else { $0 == .options } }
        guard meanings.contains(.stem), meanings.contains(.answer) || hasOptions else { return nil }
        cells = row.cells
        titles = row.cells.map { BankColumn.bare($0.text) }
        if !meanings.contains(.answer) {
            for (position, title) in titles.enumerated() {
                guard case .option(let index) = columns[position], title.wholeMatch(of: /答案\d/) != nil else { continue }
                columns[position] = .blank(index)
            }
        }
        let answer = columns.first { $0.value == .answer }.map { Folded.text(row.cells[$0.key].text) }
        judgementLetters = answer.map { SectionHeading.judgementLetters(in: $0) } ?? [:]
        guard let below, let letters = Self.letters(in: below, under: columns) else {
            self.row = row.number
            self.columns = columns
            return
        }
        self.row = below.number
        self.columns = columns.filter { $0.value != .options }.merging(letters) { $1 }
    }

    /// A second header row with A, B, C, … under a merged 选项.
    private static func letters(in row: Table.Row, under columns: [Int: BankColumn]) -> [Int: BankColumn]? {
        guard columns.values.contains(.options) else { return nil }
        var letters: [Int: BankColumn] = [:]
        for (position, cell) in row.cells.enumerated() where columns[position] == nil || columns[position] == .options {
            if case .option(let index)? = BankColumn(header: cell.text) { letters[position] = .option(index) }
        }
        return letters.count >= 2 ? letters : nil
    }

    /// The same columns for a table that begins with items at once.
    var continued: BankHeader {
        var header = self
        header.row = 0
        return header
    }

    func positions(of column: BankColumn) -> [Int] {
        columns.filter { $0.value == column }.keys.sorted()
    }

    func repeats(_ row: Table.Row) -> Bool {
        row.cells.count == cells.count && row.cells == cells
    }
}
