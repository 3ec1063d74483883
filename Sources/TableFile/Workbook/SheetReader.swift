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
                return Table.Row(number: number, line: nil, cells: cells)
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
            guard let text = value.withUnsafeBufferPointer({ Int(digits: $0) }).flatMap({ strings[$0] }) else {
                throw Refusal(
                    .sharedStringMissing, at: place, "此行引用的文字在工作簿里找不到，文件已损坏，请在表格软件中打开并另存。",
                    "The text that this row refers to is missing; open the workbook and save it again.")
            }
            return try string(text)
        case .inline: return try string(value[...])
        case .boolean: return ["1", "true"].contains(try string(value[...])) ? "TRUE" : "FALSE"
        case .number:
            let text = try string(value[...])
            guard let number = Double(text), number.isFinite else { return text }
            return styles.format(style).text(number, dates: dates)
        case .other:
            value.unescapeXString(from: 0)
            return try string(value[...])
        }
    }

    private func string(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> String {
        let text = bytes.withUnsafeBufferPointer { bytes -> String? in
            // Where something was no UTF-8, it was replaced.
            let text = String(decoding: bytes, as: UTF8.self)
            return text.utf8.count == bytes.count && text.utf8.elementsEqual(bytes) ? text : nil
        }
        guard let text else { throw WorkbookReader.damaged(at: place) }
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
