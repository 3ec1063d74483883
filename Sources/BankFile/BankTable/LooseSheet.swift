import ExamModel
import TableFile

/// A sheet without a bank's header. It may hold the text of an exam, pasted line by line into its cells.
struct LooseSheet {
    let name: String?
    private let file: String
    /// What its cells say, a row a line, numbered by rows.
    private var lines: [ExamLine] = []
    /// The physical line on which a row begins.
    private var physical: [Int: Int] = [:]
    /// The first row with something in it.
    private(set) var first: Place?
    /// A row with four cells or more, or one with 题号 and 答案: the sheet might have been a bank, or its key.
    private(set) var wide: Place?
    private(set) var isKey = false

    /// Longer sheets are no exam text.
    private static let limit = 200_000

    init(name: String?, file: String) {
        (self.name, self.file) = (name, file)
    }

    mutating func take(_ row: Table.Row) {
        let texts = row.cells.map(\.text.trimmed).filter { !$0.isEmpty }
        guard !texts.isEmpty else { return }
        let place = Place(file: file, sheet: name, row: row.number, line: row.line)
        first = first ?? place
        if texts.contains("答案"), texts.contains(where: { ["题号", "序号", "题序"].contains($0) }) { isKey = true }
        if wide == nil, texts.count >= 4 || isKey { wide = place }
        guard lines.count < Self.limit else { return }
        if let line = row.line { physical[row.number] = line }
        let parts = texts.joined(separator: "\t").split(whereSeparator: \.isNewline)
        lines += parts.flatMap { LineSplitter.parts(of: ExamLine(number: row.number, text: $0)) }
    }

    /// The exam text's items, with the rows on which they begin; `nil` when there is nothing like an item.
    func examText() -> RawBank? {
        guard lines.count < Self.limit else { return nil }
        var bank = ExamTextReader.read(lines, file: file)
        let isExam = bank.items.contains { item in
            item.options.count >= 2 || !item.answers.isEmpty || !item.parts.isEmpty || StemBrackets.mayAnswer(item.stem)
        }
        guard isExam else { return nil }
        let type = name.flatMap { StatedType(sheetName: $0) }
        bank.items = bank.items.map { placed($0, type) }
        bank.findings = bank.findings.map { Finding($0.severity, $0.code, at: placed($0.place), $0.message) }
        return bank
    }

    private func placed(_ item: RawItem, _ type: StatedType?) -> RawItem {
        var item = item
        item.place = placed(item.place)
        if item.type == .unstated, let type { item.type = type }
        item.parts = item.parts.map { placed($0, nil) }
        return item
    }

    private func placed(_ place: Place) -> Place {
        Place(file: file, sheet: name, row: place.line, line: place.line.flatMap { physical[$0] })
    }

    /// What is said when the sheet is left out; `nil` when it is none that anybody would miss.
    func skipped(isMissed: Bool) -> Finding? {
        guard let place = wide ?? (isMissed ? first : nil) else { return nil }
        guard !isKey else {
            return Finding(
                .warning, .sheetSkipped, at: place,
                Bilingual(
                    "此工作表像是单独的答案表，没有采用；请把答案填进题目所在表的“答案”列再导入。",
                    "This sheet looks like a key and was not used; put the answers into a column 答案 beside the items."))
        }
        return Finding(
            .warning, .sheetSkipped, at: place,
            Bilingual("此工作表没有题库表头，已跳过；如是题库请补上表头。", "This sheet has no header of a bank and was skipped."))
    }
}
