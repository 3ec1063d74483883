import ExamModel
import XMLFile

/// Reads one worksheet (ECMA-376 part 1, 18.3), row by row.
struct SheetReader {
    private var xml: XMLScanner
    private let strings: SharedStrings
    private let styles: StyleSheet
    private let dates: DateSystem
    /// How many cells may still be read.
    private(set) var budget: Int
    private var place: Place
    /// The content of the cell that is read.
    private var value: [UInt8] = []
    private var width = 0
    /// Shared strings met lately, each in the place that its number gives it: what recurs is made once.
    private var recent = [(index: Int, text: String)](repeating: (-1, ""), count: 2048)

    init(
        _ xml: XMLScanner, strings: SharedStrings, styles: StyleSheet, dates: DateSystem, budget: Int, place: Place
    ) {
        (self.xml, self.strings, self.styles, self.dates) = (xml, strings, styles, dates)
        (self.budget, self.place) = (budget, place)
    }

    /// Tells the rows that hold something. Merged cells are known only at the end.
    mutating func read(_ take: (Table.Row) throws(Refusal) -> Void) throws(Refusal) -> MergedCells {
        var merged = MergedCells()
        var last = 0
        while true {
            switch try xml.next() {
            case .finish: return merged
            case .start where xml.isNamed("row"):
                let row = try row(after: last)
                last = row.number
                if row.cells.contains(where: { !$0.isBlank }) { try take(row) }
            case .start where xml.isNamed("mergeCell"): merged.add(try xml.attribute("ref") ?? "")
            default: break
            }
        }
    }

    private mutating func row(after last: Int) throws(Refusal) -> Table.Row {
        let number = xml.bytes(of: "r").flatMap { Int(digits: $0) } ?? last + 1
        place.row = number
        let isHidden =
            xml.bytes(of: "hidden").map { $0.first == UInt8(ascii: "1") || $0.first == UInt8(ascii: "t") } ?? false
        guard number > last, number <= TableLimits.rows else { throw WorkbookReader.damaged(at: place) }
        var cells: [Table.Cell] = []
        cells.reserveCapacity(width)
        while true {
            switch try xml.next() {
            case .start where xml.isNamed("c"):
                let column = xml.bytes(of: "r").map { CellAddress($0)?.column ?? -1 } ?? cells.count
                guard column >= cells.count, column < TableLimits.columns else {
                    throw WorkbookReader.damaged(at: place)
                }
                budget -= column + 1 - cells.count
                guard budget >= 0 else { throw TableLimits.tooLarge(at: place) }
                while cells.count < column { cells.append(Table.Cell("")) }
                cells.append(try cell())
            case .end where xml.isNamed("row"):
                width = cells.count
                return Table.Row(number: number, line: nil, cells: cells, isHidden: isHidden)
            case .finish: throw WorkbookReader.damaged(at: place)
            default: break
            }
        }
    }

    private mutating func cell() throws(Refusal) -> Table.Cell {
        let kind = Kind(xml.bytes(of: "t"))
        let style = xml.bytes(of: "s").flatMap { Int(digits: $0) }
        value.removeAll(keepingCapacity: true)
        var (isFormula, isValue) = (false, false)
        while true {
            switch try xml.next() {
            case .start:
                isValue = xml.isNamed("v") && kind != .inline
                if xml.isNamed("f") { isFormula = true }
                if xml.isNamed("is") {
                    // Only what its type announces counts; the rest is read past.
                    if kind != .inline { value.removeAll() }
                    try xml.richText(until: "is", into: &value)
                    if kind != .inline { value.removeAll() }
                }
            case .end:
                isValue = false
                if xml.isNamed("c") { return Table.Cell(try shown(kind, style), isFormula: isFormula) }
            case .text: if isValue { try xml.appendText(to: &value) }
            case .finish: throw WorkbookReader.damaged(at: place)
            }
        }
    }

    /// The value as a person sees it, by the cell's type (18.18.11 ST_CellType).
    private mutating func shown(_ kind: Kind, _ style: Int?) throws(Refusal) -> String {
        switch kind {
        case .shared:
            guard value.contains(where: { $0 > 0x20 }) else { return "" }
            return try sharedString()
        case .inline: return try string()
        case .boolean: return ["1", "true"].contains(try string()) ? "TRUE" : "FALSE"
        case .number:
            let text = try string()
            guard let number = Double(text), number.isFinite else { return text }
            return styles.format(style).text(number, dates: dates)
        case .other:
            value.unescapeXString(from: 0)
            return try string()
        }
    }

    private mutating func sharedString() throws(Refusal) -> String {
        let index = value.withUnsafeBufferPointer { Int(digits: $0) } ?? -1
        let slot = index & (recent.count - 1)
        if index >= 0, recent[slot].index == index { return recent[slot].text }
        guard let read = strings.read(index, { String(validating: $0, as: UTF8.self) }) else {
            throw Refusal(
                .sharedStringMissing, at: place, "此行引用的文字在工作簿里找不到，文件已损坏，请在表格软件中打开并另存。",
                "The text that this row refers to is missing; open the workbook and save it again.")
        }
        guard let text = read else { throw WorkbookReader.damaged(at: place) }
        recent[slot] = (index, text)
        return text
    }

    /// The cell's content.
    private func string() throws(Refusal) -> String {
        guard let text = String(validating: value, as: UTF8.self) else { throw WorkbookReader.damaged(at: place) }
        return text
    }
}

extension SheetReader {
    private enum Kind {
        case shared, inline, boolean, number, other

        init(_ bytes: UnsafeBufferPointer<UInt8>?) {
            guard let bytes, let first = bytes.first else {
                self = .number
                return
            }
            switch (first, bytes.count) {
            case (UInt8(ascii: "s"), 1): self = .shared
            case (UInt8(ascii: "i"), _): self = .inline
            case (UInt8(ascii: "b"), 1): self = .boolean
            case (UInt8(ascii: "n"), 1): self = .number
            default: self = .other
            }
        }
    }
}

extension Int {
    /// A number in decimal digits, white space around it; `nil` for anything else.
    init?(digits: UnsafeBufferPointer<UInt8>) {
        var (value, count, isOver) = (0, 0, false)
        for byte in digits {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard !isOver, count < 18 else { return nil }
                value = value * 10 + Int(byte - 48)
                count += 1
            case 0x20, 0x09, 0x0A, 0x0D: isOver = count > 0
            default: return nil
            }
        }
        guard count > 0 else { return nil }
        self = value
    }
}
