import ExamModel
import Foundation
import XMLFile

/// Reads one worksheet (ECMA-376 part 1, 18.3).
struct SheetReader {
    private let xml: XMLReader
    private let strings: [String]
    private let styles: StyleSheet
    private let dates: DateSystem
    /// How many cells may still be read.
    private(set) var budget: Int
    private var place: Place

    init(
        _ data: Data, strings: [String], styles: StyleSheet, dates: DateSystem, budget: Int, place: Place
    ) throws(Refusal) {
        xml = try XMLReader(workbook: data, at: place)
        self.strings = strings
        self.styles = styles
        self.dates = dates
        self.budget = budget
        self.place = place
    }

    mutating func rows() throws(Refusal) -> [Table.Row] {
        var rows: [Table.Row] = []
        var merged = MergedCells()
        var last = 0
        while let event = try xml.next() {
            switch event {
            case .start("row"):
                let row = try row(after: last)
                last = row.number
                if row.cells.contains(where: { !$0.text.isBlank }) { rows.append(row) }
            case .start("mergeCell"): merged.add(xml.attribute("ref") ?? "")
            default: break
            }
        }
        return merged.filled(rows)
    }

    private mutating func row(after last: Int) throws(Refusal) -> Table.Row {
        let number = xml.attribute("r").flatMap { Int($0) } ?? last + 1
        place.row = number
        guard number > last, number <= TableLimits.rows else { throw WorkbookReader.damaged(at: place) }
        var cells: [Table.Cell] = []
        while let event = try xml.next() {
            if case .end("row") = event { break }
            guard case .start("c") = event else { continue }
            let column = xml.attribute("r").map { CellAddress($0)?.column ?? -1 } ?? cells.count
            guard column >= cells.count, column < TableLimits.columns else { throw WorkbookReader.damaged(at: place) }
            budget -= column + 1 - cells.count
            guard budget >= 0 else { throw TableLimits.tooLarge(at: place) }
            cells += Array(repeating: Table.Cell(""), count: column - cells.count)
            cells.append(try cell())
        }
        return Table.Row(number: number, line: nil, cells: cells)
    }

    private func cell() throws(Refusal) -> Table.Cell {
        let type = xml.attribute("t") ?? "n"
        let style = xml.attribute("s").flatMap { Int($0) }
        var (value, inline) = ("", "")
        var (isFormula, isValue) = (false, false)
        reading: while let event = try xml.next() {
            switch event {
            case .start("f"): isFormula = true
            case .start("v"): isValue = true
            case .end("v"): isValue = false
            case .text(let text) where isValue: value += text
            case .start("is"): inline = try xml.richText(until: "is")
            case .end("c"): break reading
            default: break
            }
        }
        let text = type == "inlineStr" ? inline : try shown(value, type: type, style: style)
        return Table.Cell(text, isFormula: isFormula)
    }

    /// The value as a person sees it, by the cell's type (18.18.11 ST_CellType).
    private func shown(_ value: String, type: String, style: Int?) throws(Refusal) -> String {
        switch type {
        case "s" where !value.isBlank:
            guard let index = Int(value), strings.indices.contains(index) else {
                throw Refusal(
                    .sharedStringMissing, at: place, "此行引用的文字在工作簿里找不到，文件已损坏，请在表格软件中打开并另存。",
                    "The text that this row refers to is missing; open the workbook and save it again.")
            }
            return strings[index]
        case "b": return value == "1" || value == "true" ? "TRUE" : "FALSE"
        case "n":
            guard let number = Double(value), number.isFinite else { return value }
            return styles.format(style).text(number, dates: dates)
        default: return value.unescapedXString
        }
    }
}
