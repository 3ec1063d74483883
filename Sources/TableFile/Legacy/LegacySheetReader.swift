import ExamModel

/// Reads the cells of one worksheet of an Excel 97–2003 workbook ([MS-XLS] 2.1.7.20.5).
struct LegacySheetReader {
    private let workbook: LegacyWorkbook
    private let place: Place
    /// How many cells may still be read.
    private(set) var budget: Int
    /// Cells by row and column, both from 0.
    private var cells: [Int: [Int: Table.Cell]] = [:]
    private var merged = MergedCells()
    /// From 0.
    private var hiddenRows: Set<Int> = []
    private var formats: [Int: NumberFormat] = [:]
    /// A formula whose text comes in the next STRING record.
    private var pending: (row: Int, column: Int)?

    init(_ workbook: LegacyWorkbook, place: Place, budget: Int) {
        (self.workbook, self.place, self.budget) = (workbook, place, budget)
    }

    mutating func rows(from offset: Int) throws(Refusal) -> [Table.Row] {
        var position = offset
        guard workbook.record(at: &position)?.kind == 0x809 else { throw WorkbookReader.damaged(at: place) }
        var depth = 1
        while depth > 0 {
            guard let record = workbook.record(at: &position) else { throw WorkbookReader.damaged(at: place) }
            switch record.kind {
            case 0x809: depth += 1
            case 0x0A: depth -= 1
            default: if depth == 1 { try read(record) }
            }
        }
        let rows = cells.sorted { $0.key < $1.key }.compactMap { row, filled -> Table.Row? in
            guard let last = filled.keys.max(), filled.values.contains(where: { !$0.text.isBlank }) else { return nil }
            return Table.Row(
                number: row + 1, line: nil, cells: (0...last).map { filled[$0] ?? Table.Cell("") },
                isHidden: hiddenRows.contains(row))
        }
        return merged.filled(rows)
    }

    private mutating func read(_ record: LegacyWorkbook.Record) throws(Refusal) {
        let bytes = record.bytes
        guard let row = bytes.uint16(0), let column = bytes.uint16(2) else { return }
        let style = bytes.uint16(4) ?? 0
        switch record.kind {
        case 0xFD:
            guard let index = bytes.uint32(6), workbook.strings.indices.contains(index) else {
                throw WorkbookReader.damaged(at: place)
            }
            try set(row, column, workbook.strings[index])
        case 0x204, 0xD6:
            var text = LegacyStrings(record.segments)
            text.skip(6)
            try set(row, column, text.string() ?? "")
        case 0x203: try set(row, column, bytes.double(6), style: style)
        case 0x27E: try set(row, column, bytes.uint32(6).map(Self.number), style: style)
        case 0xBD:
            for (offset, start) in stride(from: 4, to: bytes.count - 7, by: 6).enumerated() {
                let style = bytes.uint16(start) ?? 0
                try set(row, column + offset, bytes.uint32(start + 2).map(Self.number), style: style)
            }
        case 0x205:
            let value = bytes.uint8(6) ?? 0
            try set(row, column, bytes.uint8(7) == 1 ? "#N/A" : value == 1 ? "TRUE" : "FALSE")
        // fDyZero of [MS-XLS] 2.4.221 Row.
        case 0x208: if let flags = bytes.uint16(12), flags & 0x20 != 0 { hiddenRows.insert(row) }
        case 0x06: try readFormula(bytes, row, column, style)
        case 0x207:
            var text = LegacyStrings(record.segments)
            if let pending { try set(pending.row, pending.column, text.string() ?? "", isFormula: true) }
            pending = nil
        case 0xE5:
            for start in stride(from: 2, to: bytes.count - 7, by: 8) {
                guard let first = bytes.uint16(start), let last = bytes.uint16(start + 2),
                    let column = bytes.uint16(start + 4), first <= last
                else { continue }
                merged.add(column: column, rows: (first + 1)...(last + 1))
            }
        default: break
        }
    }

    private mutating func readFormula(_ bytes: Bytes, _ row: Int, _ column: Int, _ style: Int) throws(Refusal) {
        guard bytes.uint16(12) == 0xFFFF else {
            return try set(row, column, bytes.double(6), style: style, isFormula: true)
        }
        switch bytes.uint8(6) {
        case 0: pending = (row, column)
        case 1: try set(row, column, bytes.uint8(8) == 1 ? "TRUE" : "FALSE", isFormula: true)
        default: try set(row, column, "", isFormula: true)
        }
    }

    private mutating func set(_ row: Int, _ column: Int, _ text: String, isFormula: Bool = false) throws(Refusal) {
        budget -= 1
        guard budget >= 0, column < TableLimits.columns else { throw TableLimits.tooLarge(at: place) }
        cells[row, default: [:]][column] = Table.Cell(text, isFormula: isFormula)
    }

    private mutating func set(
        _ row: Int, _ column: Int, _ number: Double?, style: Int, isFormula: Bool = false
    ) throws(Refusal) {
        guard let number, number.isFinite else { return }
        let format = formats[style] ?? workbook.format(style)
        formats[style] = format
        try set(row, column, format.text(number, dates: workbook.dates), isFormula: isFormula)
    }

    /// A number in 30 bits ([MS-XLS] 2.5.217 RkNumber).
    private static func number(_ coded: Int) -> Double {
        let value =
            coded & 2 != 0
            ? Double(Int32(truncatingIfNeeded: coded) >> 2) : Double(bitPattern: UInt64(coded & ~3) << 32)
        return coded & 1 != 0 ? value / 100 : value
    }
}
