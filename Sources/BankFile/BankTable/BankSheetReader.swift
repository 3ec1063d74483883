import ExamModel
import TableFile

/// Reads the rows of one sheet below its header.
struct BankSheetReader {
    private let file: String
    private let format: Table.Format
    /// Its name alone.
    private let sheet: Table.Sheet
    private let headings: BankHeadings
    private var header: BankHeader
    private var positions: BankPositions
    /// From a row that is a heading (一、单选题); counts where the type column is blank or missing.
    private var sectionType: StatedType
    private var lastMaterial = ""
    /// The stem and answer of the last item as its row gives them, where its options may go on in the next rows, and
    /// whether they have letters.
    private var open: (stem: String, answer: String, isLettered: Bool)?
    /// How many rows with an item are hidden, and where the first stands.
    private(set) var hidden: (first: Place, count: Int)?
    /// The short words met in the first cells of rows, and whether a header may begin with them.
    private var beginnings: [String: Bool] = [:]
    /// The meaning of the words met in the type column.
    private var types: [String: StatedType] = [:]

    /// - Parameter section: the type that stands above the table; `nil` when none does, and its sheet's name may tell.
    init(of table: Table, sheet: String?, header: BankHeader, headings: BankHeadings, section: StatedType? = nil) {
        self.headings = headings
        sectionType = section ?? sheet.flatMap { StatedType(sheetName: $0) } ?? .unstated
        (file, format) = (table.file, table.format)
        self.sheet = Table.Sheet(name: sheet, rows: [])
        self.header = header
        positions = BankPositions(header)
    }

    /// Takes the next row of the sheet. The last item may still grow with the rows below.
    mutating func take(_ row: Table.Row, into items: inout [RawItem]) {
        guard row.number > header.row, !header.repeats(row) else { return }
        if mayBeHeader(row), let again = BankHeader.again(row, headings) {
            (header, positions, open) = (again, BankPositions(again), nil)
            return
        }
        if let heading = heading(in: row) { sectionType = heading } else { add(row, to: &items) }
    }

    /// The first cell tells for nearly every row, and what it says comes again and again.
    private mutating func mayBeHeader(_ row: Table.Row) -> Bool {
        guard let first = row.cells.first(where: { !$0.isBlank })?.text, first.utf8.count <= 24,
            first.utf8.first.map({ !(0x30...0x39).contains($0) }) ?? false, beginnings.count < 500
        else { return false }
        if let known = beginnings[first] { return known }
        let mayBegin = BankHeader.mayBegin(with: first, headings)
        beginnings[first] = mayBegin
        return mayBegin
    }

    /// Rows of one case are put together: those that number themselves below it, or all that state its material.
    private mutating func add(_ row: Table.Row, to items: inout [RawItem]) {
        if goOn(with: row, items: &items) { return }
        let item = item(row)
        if row.isHidden { hidden = (hidden?.first ?? item.place, (hidden?.count ?? 0) + 1) }
        open = item.options.count == 1 && positions.together.count == 1 ? opening(row) : nil
        let material = text(positions.material, in: row)
        if !positions.part.isEmpty, !text(positions.part, in: row).isBlank, items.last?.type == .known(.caseSet) {
            items[items.count - 1].parts.append(item)
        } else if material.isBlank {
            items.append(item)
        } else if material == lastMaterial, !items.isEmpty {
            items[items.count - 1].parts.append(item)
        } else {
            var open = RawItem(place: item.place, type: .known(.caseSet))
            open.stem = material
            (open.topic, open.difficulty) = (item.topic, item.difficulty)
            open.parts = [item]
            items.append(open)
        }
        lastMaterial = material
    }

    private func opening(_ row: Table.Row) -> (stem: String, answer: String, isLettered: Bool) {
        let cell = Folded.half(row[positions.together[0]].trimmed.unicodeScalars.prefix(OptionMarker.longest))
        return (text(positions.stem, in: row), text(positions.answer, in: row), OptionMarker(at: 0, in: cell) != nil)
    }

    /// Takes a row that holds the next option of the last item and nothing else of its own: an option a row, the other
    /// cells empty or merged.
    private func goOn(with row: Table.Row, items: inout [RawItem]) -> Bool {
        guard let open, let last = items.last else { return false }
        let (stem, answer) = (text(positions.stem, in: row), text(positions.answer, in: row))
        let cell = row[positions.together[0]].trimmed
        guard !cell.isEmpty, stem.isEmpty || stem == open.stem, answer.isEmpty || answer == open.answer else {
            return false
        }
        let scalars = Array(cell.unicodeScalars)
        let marker = OptionMarker(at: 0, in: Folded.half(scalars))
        let next = last.options.count
        guard marker.map({ $0.index == next }) ?? !open.isLettered else { return false }
        items[items.count - 1].options.append(
            RawOption(index: next, text: marker.map { String(scalars[$0.end...]).trimmed } ?? cell))
        return true
    }

    /// The type that a row with a single filled cell names, if it is a heading.
    private func heading(in row: Table.Row) -> StatedType? {
        guard let filled = row.cells.firstIndex(where: { !$0.isBlank }),
            !row.cells[(filled + 1)...].contains(where: { !$0.isBlank })
        else { return nil }
        return SectionHeading(ExamLine(number: row.number, text: row.cells[filled].text))?.type
    }

    private mutating func item(_ row: Table.Row) -> RawItem {
        var item = RawItem(place: sheet.place(of: row, in: file))
        let stated = type(text(positions.type, in: row))
        item.type = stated == .unstated ? sectionType : stated
        item.stem = text(positions.stem, in: row)
        let tags = StemTag.take(from: &item.stem)
        if let type = tags.type, item.type == .unstated { item.type = type }
        item.options = options(in: row)
        if item.options.isEmpty, let whole = StemOptions(item.stem), whole.fit(item.type) {
            (item.stem, item.options) = (whole.stem, whole.options)
        }
        item.answers = [answer(in: row)]
        item.judgementLetters = header.judgementLetters
        item.blanks = blanks(in: row)
        item.rationale = text(positions.rationale, in: row)
        item.topic = text(positions.topic, in: row, separator: "/")
        item.difficulty = text(positions.difficulty, in: row)
        item.addMissing(tags)
        item.defect = defect(of: row)
        if case .extraCells = item.defect {
            item.extra = row.cells.dropFirst(header.titles.count).map(\.text).filter { !$0.isBlank }
        }
        return item
    }

    /// Of the columns 答案1, 答案2, …; empty ones at the end are no blanks.
    private func blanks(in row: Table.Row) -> [String]? {
        guard !positions.blanks.isEmpty else { return nil }
        var blanks = positions.blanks.map { row[$0].trimmed }
        while blanks.last?.isEmpty == true { blanks.removeLast() }
        return blanks
    }

    /// Without a label that was typed into the cell; numbers as the letters of options that are headed by numbers.
    private func answer(in row: Table.Row) -> String {
        var answer = text(positions.answer, in: row)
        let isPlain = answer.utf8.count == 1 || answer.isEmpty
        if !isPlain, answer.utf8.count < 200, answer.contains(where: { ":：]】".contains($0) }) {
            let line = ExamLine(number: 0, text: answer)
            if let label = LineLabel(at: 0, in: line.half), label.field == .answer {
                answer = line.dropping(label.end).string
            }
        }
        // 考试星
        if answer.contains("$;$") { answer = answer.replacing("$;$", with: "；") }
        let together = text(positions.together, in: row)
        if let circled = ListedOptions.circled(together) {
            return ListedOptions.letters(answer, count: circled.count) ?? answer
        }
        guard positions.areNumbered, positions.options.contains(where: { !row[$0.position].isBlank }),
            answer.wholeMatch(of: /[1-9](?:\s*[,，、;；|\s]?\s*[1-9])*/) != nil
        else { return answer }
        return answer.compactMap { $0.wholeNumberValue.map { Item.Option.letter(at: $0 - 1) } }.joined()
    }

    private mutating func type(_ word: String) -> StatedType {
        if let type = types[word] { return type }
        let type = StatedType.number(word)
        if types.count < 100 { types[word] = type }
        return type
    }

    /// What stands in all columns of a meaning.
    private func text(_ positions: [Int], in row: Table.Row, separator: String = "\n") -> String {
        if positions.count == 1 { return row[positions[0]].trimmed }
        return positions.map { row[$0].trimmed }.filter { !$0.isEmpty }.joined(separator: separator)
    }

    private func options(in row: Table.Row) -> [RawOption] {
        let options = positions.options.map { RawOption(index: $0.index, text: row[$0.position].trimmed) }
        guard options.allSatisfy(\.text.isEmpty) else { return options.withoutLetters }
        return CellOptions.read(text(positions.together, in: row))
    }

    private func defect(of row: Table.Row) -> RawItem.Defect? {
        if let position = positions.all.first(where: { row.cells.indices.contains($0) && row.cells[$0].isFormula }) {
            return .formula(header.titles.indices.contains(position) ? header.titles[position] : "")
        }
        // Rows of workbooks end with their last cell; rows of text files say how long they mean to be.
        guard format.statesRowLength else { return nil }
        if let answer = positions.answer.first, row.cells.count <= answer, row.cells.count < header.titles.count {
            return .truncated
        }
        let extra = row.cells.dropFirst(header.titles.count).count { !$0.isBlank }
        return extra > 0 ? .extraCells(extra) : nil
    }
}
