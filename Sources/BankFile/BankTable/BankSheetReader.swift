import ExamModel
import TableFile

/// Reads the rows of one sheet below its header.
struct BankSheetReader {
    let file: String
    let format: Table.Format
    let sheet: Table.Sheet
    let header: BankHeader
    /// From a row that is a heading (一、单选题); counts where the type column is blank or missing.
    private var sectionType: StatedType
    private var lastMaterial = ""

    init(file: String, format: Table.Format, sheet: Table.Sheet, header: BankHeader, section: StatedType) {
        sectionType = section
        self.file = file
        self.format = format
        self.sheet = sheet
        self.header = header
    }

    mutating func items() -> [RawItem] {
        var items: [RawItem] = []
        for row in sheet.rows where row.number > header.row && !header.repeats(row) {
            if let heading = heading(in: row) { sectionType = heading } else { add(row, to: &items) }
        }
        return items
    }

    /// Rows of one case are put together: those that number themselves below it, or all that state its material.
    private mutating func add(_ row: Table.Row, to items: inout [RawItem]) {
        let item = item(row)
        let material = text(.material, in: row)
        if !text(.part, in: row).isBlank, items.last?.type == .known(.caseSet) {
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

    /// The type that a row with a single filled cell names, if it is a heading.
    private func heading(in row: Table.Row) -> StatedType? {
        let filled = row.cells.filter { !$0.text.isBlank }
        guard filled.count == 1 else { return nil }
        return SectionHeading(ExamLine(number: row.number, text: filled[0].text))?.type
    }

    private func item(_ row: Table.Row) -> RawItem {
        var item = RawItem(place: sheet.place(of: row, in: file))
        let stated = StatedType.number(text(.type, in: row))
        item.type = stated == .unstated ? sectionType : stated
        item.stem = text(.stem, in: row)
        if let type = StemTag.take(from: &item.stem), item.type == .unstated { item.type = type }
        item.options = options(in: row)
        item.answers = [text(.answer, in: row)]
        item.rationale = text(.rationale, in: row)
        item.topic = text(.topic, in: row, separator: "/")
        item.difficulty = text(.difficulty, in: row)
        item.defect = defect(of: row)
        if case .extraCells = item.defect {
            item.extra = row.cells.dropFirst(header.titles.count).map(\.text).filter { !$0.isBlank }
        }
        return item
    }

    /// What stands in all columns of this meaning.
    private func text(_ column: BankColumn, in row: Table.Row, separator: String = "\n") -> String {
        header.positions(of: column).map { row[$0].trimmed }.filter { !$0.isEmpty }.joined(separator: separator)
    }

    private func options(in row: Table.Row) -> [RawOption] {
        let columns = header.columns.compactMap { position, column -> RawOption? in
            if case .option(let index) = column { RawOption(index: index, text: row[position].trimmed) } else { nil }
        }
        let options = columns.sorted { $0.index < $1.index }
        guard options.allSatisfy(\.text.isEmpty) else { return Self.withoutMarkers(options) }
        return CellOptions.read(text(.options, in: row))
    }

    /// `A. 十日` in the column A is 十日, if every filled cell says its own letter.
    private static func withoutMarkers(_ options: [RawOption]) -> [RawOption] {
        let bare = options.map { option -> RawOption? in
            if option.text.isEmpty { return option }
            let characters = Array(option.text)
            guard let marker = OptionMarker(at: 0, in: characters.map(Folded.half)), marker.index == option.index else {
                return nil
            }
            return RawOption(index: option.index, text: String(characters[marker.end...]).trimmed)
        }
        return bare.contains { $0 == nil } ? options : bare.compactMap(\.self)
    }

    private func defect(of row: Table.Row) -> RawItem.Defect? {
        if let position = header.columns.keys.sorted().first(where: {
            row.cells.indices.contains($0) && row.cells[$0].isFormula
        }) {
            return .formula(header.titles.indices.contains(position) ? header.titles[position] : "")
        }
        // Rows of workbooks end with their last cell; rows of text files say how long they mean to be.
        guard format.statesRowLength else { return nil }
        if let answer = header.positions(of: .answer).first, row.cells.count <= answer,
            row.cells.count < header.titles.count
        {
            return .truncated
        }
        let extra = row.cells.dropFirst(header.titles.count).count { !$0.text.isBlank }
        return extra > 0 ? .extraCells(extra) : nil
    }
}
