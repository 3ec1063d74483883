import ExamModel
import TableFile
import WordFile

/// Reads the items of a document: exam text in paragraphs, bank tables with an item a row, grids of answers.
struct WordBankReader {
    private let document: WordDocument
    private let headings: BankHeadings
    private var lines: [ExamLine] = []
    private var bank = RawBank()
    /// The header of the last bank table: a table of the same width without one goes on with it.
    private var lastHeader: (header: BankHeader, width: Int)?
    private var tableCount = 0

    init(_ document: WordDocument, headings: BankHeadings) {
        self.headings = headings
        self.document = document
    }

    mutating func read() throws(Refusal) -> RawBank {
        for block in document.blocks {
            switch block {
            case .paragraph(let paragraph): append(paragraph.text, line: paragraph.line)
            case .table(let sheet): try read(sheet)
            }
        }
        let text = ExamTextReader.read(lines, file: document.file)
        bank.items = (bank.items + text.items).enumerated()
            .sorted { ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset) }
            .map(\.element)
        bank.findings += text.findings + document.findings
        return bank
    }

    private mutating func append(_ text: String, line: Int) {
        for (offset, part) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            lines += LineSplitter.parts(of: ExamLine(number: line + offset, text: part))
        }
    }

    private mutating func read(_ sheet: Table.Sheet) throws(Refusal) {
        let width = sheet.rows.map(\.cells.count).max() ?? 0
        if let header = BankHeader.find(in: sheet, headings: headings) {
            lastHeader = (header, width)
            return try readBank(sheet, under: header)
        }
        if let lastHeader, lastHeader.width == width, width > 2 {
            return try readBank(sheet, under: lastHeader.header.continued)
        }
        lastHeader = nil
        if let grid = AnswerGrid.lines(of: sheet) {
            lines += grid
        } else if let form = FormTable.sheet(of: sheet), let header = BankHeader.find(in: form, headings: headings) {
            try readBank(form, under: header)
        } else {
            readLayout(sheet)
        }
    }

    /// The heading right above a table holds for its items.
    private mutating func readBank(_ sheet: Table.Sheet, under header: BankHeader) throws(Refusal) {
        tableCount += 1
        let named = Table.Sheet(name: tableCount > 1 ? "表格 \(tableCount)" : nil, rows: sheet.rows)
        let last = lines.lastIndex { !$0.isBlank }
        let heading = last.flatMap { SectionHeading(lines[$0]) }
        if let last, heading?.type != nil { lines.removeSubrange(last...) }
        let table = Table(
            file: document.file, format: Table.Format(rawValue: document.format.rawValue) ?? .docx, encoding: "utf-8",
            sheets: [])
        let items = try BankTableReader.items(
            of: named, under: header, headings: headings, in: table, section: heading?.type)
        bank.items += items
        if let heading, let promised = heading.count, promised != items.count {
            bank.findings.append(
                ExamTextReader.countMismatch(
                    promised: promised, found: items.count, at: Place(file: document.file, line: heading.line)))
        }
    }

    /// A table that only arranges text: a row is a line, or a line for every line of its cells.
    private mutating func readLayout(_ sheet: Table.Sheet) {
        for row in sheet.rows {
            let texts = row.cells.map(\.text.trimmed).filter { !$0.isEmpty }
            let line = row.line ?? 0
            if texts.contains(where: { $0.contains(where: \.isNewline) }) {
                for text in texts {
                    for part in text.split(whereSeparator: \.isNewline) { append(String(part), line: line) }
                }
            } else {
                append(texts.joined(separator: "\t"), line: line)
            }
        }
    }
}
