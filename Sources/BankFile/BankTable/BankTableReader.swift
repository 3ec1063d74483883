import ExamModel
import TableFile

/// Reads bank tables row by row: a header row somewhere near the top of a sheet, then an item a row. What is read is
/// checked at once, so that no sheet need be held.
struct BankTableReader: TableVisitor {
    private let headings: BankHeadings
    private(set) var table = Table(file: "", format: .csv, encoding: "", sheets: [])
    private let line = CheckLine()
    /// Of sheets, beside those of the items.
    private(set) var findings: [Finding] = []
    /// The sheets in their order.
    private(set) var sheets: [String?] = []
    private var hasHeader = false

    private var sheet: String?
    /// What was found before the sheet began.
    private var before: (checker: ItemChecker, hasHeader: Bool)?
    /// Rows among which the header is looked for.
    private var top: [Table.Row] = []
    private var reader: BankSheetReader?
    private var items: [RawItem] = []
    /// The sheet so far, as long as no header was found.
    private var loose: LooseSheet?
    /// The sheets without a header, in their order.
    private var looseSheets: [LooseSheet] = []

    init(headings: BankHeadings) {
        self.headings = headings
    }

    var checker: ItemChecker { line.settled() }

    mutating func open(_ table: Table) { self.table = table }

    mutating func begin(sheet name: String?, again: Bool) {
        if again, let before {
            line.reset(to: before.checker)
            hasHeader = before.hasHeader
        } else {
            sheets.append(name)
            before = (line.settled(), hasHeader)
        }
        (sheet, top, reader, items, loose) = (name, [], nil, [], nil)
    }

    mutating func take(_ row: Table.Row) throws(Refusal) {
        if reader != nil {
            try read(row)
        } else if top.count <= BankHeader.depth {
            top.append(row)
            if top.count > BankHeader.depth { try findHeader() }
        } else {
            loose?.take(row)
        }
    }

    mutating func end() throws(Refusal) {
        if reader == nil, top.count <= BankHeader.depth { try findHeader() }
        line.take(items)
        items = []
        if let loose { looseSheets.append(loose) }
        if let (first, count) = reader?.hidden {
            findings.append(
                Finding(
                    .warning, .hiddenRows, at: first,
                    Bilingual(
                        "此表有 \(count) 行试题被隐藏，这是第一行；隐藏的行同样导入，已作废的请删去。",
                        "\(count) rows with items are hidden, this is the first; hidden rows are imported like the others."
                    )))
        }
    }

    private mutating func findHeader() throws(Refusal) {
        guard let header = BankHeader.find(in: Table.Sheet(name: sheet, rows: top), headings: headings) else {
            var rows = LooseSheet(name: sheet, file: table.file)
            for row in top { rows.take(row) }
            loose = rows
            return
        }
        try header.refuseTwins(of: table, sheet: sheet)
        hasHeader = true
        reader = BankSheetReader(of: table, sheet: sheet, header: header, headings: headings)
        for row in top { try read(row) }
    }

    private mutating func read(_ row: Table.Row) throws(Refusal) {
        reader?.take(row, into: &items)
        // The last item may still get parts.
        guard items.count > CheckLine.batch, let last = items.popLast() else { return }
        line.take(items)
        items = [last]
    }

    /// The file is told in full. Without any header its sheets are read as exam text; where they hold none, it is refused:
    /// NO_BANK_HEADER.
    mutating func finish() throws(Refusal) {
        var isRead = hasHeader
        for loose in looseSheets {
            let text = loose.examText()
            if !hasHeader, let text {
                line.take(text.items)
                findings += text.findings
                isRead = true
            } else if let skipped = loose.skipped(isMissed: text != nil || !hasHeader) {
                findings.append(skipped)
            }
        }
        looseSheets = []
        guard !isRead else { return }
        throw Refusal(
            .noBankHeader, at: Place(file: table.file), "没有找到题库表头：需要一行写明“题干”“选项A……”“答案”等列名。",
            "No header of a bank was found: one row must name the columns 题干, 选项A…, 答案.")
    }

    /// The items of a table of a document; `section` is the type that stands above it.
    static func items(
        of sheet: Table.Sheet, under header: BankHeader, headings: BankHeadings, in table: Table,
        section: StatedType? = nil
    ) throws(Refusal) -> [RawItem] {
        try header.refuseTwins(of: table, sheet: sheet.name)
        var reader = BankSheetReader(
            of: table, sheet: sheet.name, header: header, headings: headings, section: section)
        var items: [RawItem] = []
        for row in sheet.rows { reader.take(row, into: &items) }
        return items
    }
}

extension BankHeader {
    /// Refuses two columns of one meaning, where only one can be right.
    func refuseTwins(of table: Table, sheet: String?) throws(Refusal) {
        if !twins.isEmpty {
            throw Refusal(
                .duplicateColumn, at: Place(file: table.file, sheet: sheet, row: row),
                "表头里有两列含义相同（题干、答案或同一选项），无法判断用哪一列，请删改其一。",
                "Two columns of the header mean the same (stem, answer or one option); rename or delete one.")
        }
    }

    /// What more than one column means, where only one can be right.
    var twins: [BankColumn] {
        ([.stem, .answer] + optionColumns).filter { positions(of: $0).count > 1 }
    }

    private var optionColumns: [BankColumn] {
        Array(Set(columns.values.filter { if case .option = $0 { true } else { false } }))
    }
}
