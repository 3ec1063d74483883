import ExamModel

/// Reads rows of letters and counts them. One worker's own.
final class RowCounter {
    let table: CountTable
    private(set) var rows: [Int32] = []
    private(set) var faults: [RowFault] = []
    /// Only when sheets are kept.
    private(set) var tickets: [String] = []
    private(set) var responses: [UInt8] = []

    private let hasTickets: Bool
    private let keepsSheets: Bool
    private let options: [Int]
    private let judgements: [Bool]
    private let letters: UnsafeMutablePointer<UInt16>
    /// For each item where its letters begin in the table.
    private let kinds: UnsafeMutablePointer<Int>
    private let sheet: UnsafeMutablePointer<UInt8>

    init(table: CountTable, hasTickets: Bool, options: [Int], judgements: [Bool], keepsSheets: Bool = false) {
        self.table = table
        self.hasTickets = hasTickets
        self.options = options
        self.judgements = judgements
        self.keepsSheets = keepsSheets
        let entries = LetterTable().entries
        letters = .allocate(capacity: entries.count)
        letters.initialize(from: entries, count: entries.count)
        kinds = .allocate(capacity: max(judgements.count, 1))
        kinds.initialize(from: judgements.map { $0 ? LetterTable.size : 0 }, count: judgements.count)
        sheet = .allocate(capacity: max(options.count, 1))
        sheet.initialize(repeating: 0, count: max(options.count, 1))
    }

    deinit {
        letters.deallocate()
        kinds.deallocate()
        sheet.deallocate()
    }

    /// Counts the rows of `buffer[from..<to]`, which ends with a line end, that begin before the place `before`.
    ///
    /// - Parameter origin: The place in the file of the buffer's first byte.
    func count(_ buffer: UnsafePointer<UInt8>, from: Int, to: Int, origin: Int, before: Int) {
        var row = from
        while row < to, origin + row < before {
            if let next = quickly(buffer + row) {
                let length = next - (buffer + row)
                if let total = table.count(sheet) {
                    rows.append(total)
                    if keepsSheets { keep(buffer + row, length) }
                    row += length
                    continue
                }
            }
            row += slowly(buffer, at: row, limit: to, place: origin + row)
        }
    }

    /// Reads the usual row: letters and commas alone. Returns what follows its line end; nil when it needs a closer
    /// look. A line end stops every loop, so nothing is read behind the buffer.
    @inline(__always)
    private func quickly(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        var byte = start
        let (comma, newline) = (UInt8(ascii: ","), UInt8(ascii: "\n"))
        if hasTickets {
            while byte.pointee != comma {
                guard byte.pointee != newline, byte.pointee != UInt8(ascii: "\"") else { return nil }
                byte += 1
            }
            byte += 1
        }
        let (items, letters, kinds, sheet) = (options.count, letters, kinds, sheet)
        for item in 0..<items {
            let table = letters + kinds[item]
            var mask: UInt16 = 0
            var entry = table[Int(byte.pointee)]
            while entry & LetterTable.stop == 0 {
                mask |= entry
                byte += 1
                entry = table[Int(byte.pointee)]
            }
            sheet[item] = UInt8(truncatingIfNeeded: mask)
            if item + 1 < items {
                guard byte.pointee == comma else { return nil }
                byte += 1
            }
        }
        if byte.pointee == UInt8(ascii: "\r") { byte += 1 }
        guard byte.pointee == newline else { return nil }
        return byte + 1
    }

    /// Reads a row cell by cell, with quotes and the other ways to write an answer. Returns its length.
    private func slowly(_ buffer: UnsafePointer<UInt8>, at row: Int, limit: Int, place: Int) -> Int {
        let rest = UnsafeBufferPointer(start: buffer + row, count: limit - row)
        let length = (rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.count - 1) + 1
        let line = Array(rest[..<(length - 1)])
        guard line.contains(where: { !" \r\t".utf8.contains($0) }) else { return length }
        var cells = CellScanner.cells(in: line[...])
        if hasTickets, !cells.isEmpty { cells.removeFirst() }
        guard cells.count == options.count else {
            fault(
                place, "这一行有 \(cells.count) 题，应为 \(options.count) 题；请核对是否漏了或多了逗号",
                "this row has \(cells.count) answers instead of \(options.count)")
            return length
        }
        for (item, cell) in cells.enumerated() {
            guard let mask = LetterTable.slowly(cell, options: options[item], isJudgement: judgements[item]) else {
                let text = String(decoding: cell.prefix(20), as: UTF8.self)
                fault(
                    place,
                    "第 \(item + 1) 题的作答“\(text)”读不懂；应为 A 至 \(Item.Option.letter(at: max(options[item] - 1, 0))) 的字母，未答留空",
                    "answer \(item + 1) “\(text)” is not made of the item's letters; leave it blank for none")
                return length
            }
            sheet[item] = mask
        }
        if let total = table.count(sheet) {
            rows.append(total)
            if keepsSheets { keep(buffer + row, length) }
        }
        return length
    }

    private func keep(_ row: UnsafePointer<UInt8>, _ length: Int) {
        responses.append(contentsOf: UnsafeBufferPointer(start: sheet, count: options.count))
        guard hasTickets else { return }
        let line = Array(UnsafeBufferPointer(start: row, count: length - 1))
        tickets.append(String(decoding: CellScanner.cells(in: line[...])[0], as: UTF8.self))
    }

    private func fault(_ place: Int, _ chinese: String, _ english: String) {
        guard faults.count < 20 else { return }
        faults.append(RowFault(offset: place, message: Bilingual(chinese, english)))
    }
}
