import ExamModel

/// Splits text into records (RFC 4180), more kindly than the RFC: any line end, rows of any length, quotes inside plain
/// cells. It works on bytes, and every record keeps its number and its physical line.
struct CSVReader {
    private let file: String
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var position = 0
    private var line = 1
    private var cellCount = 0
    /// How many cells the record before had.
    private var width = 0

    init(file: TextFile, delimiter: UInt8) {
        self.file = file.name
        bytes = file.bytes
        self.delimiter = delimiter
    }

    /// Tells the records that hold something.
    mutating func read(_ take: (Table.Row) throws(Refusal) -> Void) throws(Refusal) {
        var number = 0
        while position < bytes.count {
            number += 1
            let firstLine = line
            let cells = try record()
            if cells.contains(where: { !$0.isBlank }) {
                try take(Table.Row(number: number, line: firstLine, cells: cells))
            }
        }
    }

    /// Reads to the end of the record and past its line end.
    private mutating func record() throws(Refusal) -> [Table.Cell] {
        var cells: [Table.Cell] = []
        cells.reserveCapacity(width)
        defer { width = cells.count }
        while true {
            cells.append(Table.Cell(try cell()))
            cellCount += 1
            guard cellCount <= TableLimits.cells else { throw TableLimits.tooLarge(at: Place(file: file, line: line)) }
            guard position < bytes.count, bytes[position] == delimiter else { break }
            position += 1
        }
        skipLineEnd()
        return cells
    }

    private mutating func cell() throws(Refusal) -> String {
        guard position < bytes.count, bytes[position] == .quote else {
            return String(decoding: bytes[try plainRange()], as: UTF8.self)
        }
        if let simple = quotedRange() { return String(decoding: bytes[simple], as: UTF8.self) }
        var content = try quoted()
        content.append(contentsOf: bytes[try plainRange()])
        return String(decoding: content, as: UTF8.self)
    }

    /// Up to the next delimiter or line end.
    private mutating func plainRange() throws(Refusal) -> Range<Int> {
        let start = position
        let delimiter = delimiter
        position = bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count {
                let byte = bytes[index]
                if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
                index += 1
            }
            return index
        }
        guard position - start <= TableLimits.cellBytes else { throw tooLong(line) }
        return start..<position
    }

    /// What stands between quotes without a line end or quote in it, right before the cell's end.
    private mutating func quotedRange() -> Range<Int>? {
        let start = position + 1
        let end = bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count, bytes[index] != .quote, bytes[index] != .lineFeed,
                bytes[index] != .carriageReturn
            {
                index += 1
            }
            return index
        }
        guard end < bytes.count, bytes[end] == .quote, end - start <= TableLimits.cellBytes else { return nil }
        let isCellOver =
            end + 1 == bytes.count || bytes[end + 1] == delimiter || bytes[end + 1] == .lineFeed
            || bytes[end + 1] == .carriageReturn
        guard isCellOver else { return nil }
        position = end + 1
        return start..<end
    }

    /// The content between quotes; line ends become line feeds.
    private mutating func quoted() throws(Refusal) -> [UInt8] {
        let firstLine = line
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == .quote {
                position += 1
                guard position < bytes.count, bytes[position] == .quote else { return content }
                content.append(.quote)
                position += 1
            } else if byte == .lineFeed || byte == .carriageReturn {
                content.append(.lineFeed)
                skipLineEnd()
            } else {
                content.append(byte)
                position += 1
            }
            if content.count > TableLimits.cellBytes { throw tooLong(firstLine) }
        }
        throw Refusal(
            .quoteNotClosed, at: Place(file: file, line: firstLine), "此行有一个双引号没有配对，请补上或删去。",
            "A quotation mark on this line is never closed; add its partner or delete it.")
    }

    /// LF, CR or CRLF, or nothing at the end of the file.
    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        if bytes[position] == .carriageReturn { position += 1 }
        if position < bytes.count, bytes[position] == .lineFeed { position += 1 }
        line += 1
    }

    private func tooLong(_ line: Int) -> Refusal {
        Refusal(
            .cellTooLong, at: Place(file: file, line: line), "此行有一个单元格超过 1 MiB，多半是双引号没有配对，请检查。",
            "A cell on this line is longer than 1 MiB; probably a quotation mark has no partner.")
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
