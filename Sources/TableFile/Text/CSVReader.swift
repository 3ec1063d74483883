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

    init(file: TextFile, delimiter: UInt8) {
        self.file = file.name
        bytes = file.bytes
        self.delimiter = delimiter
    }

    mutating func rows() throws(Refusal) -> [Table.Row] {
        var rows: [Table.Row] = []
        var number = 0
        while position < bytes.count {
            number += 1
            let firstLine = line
            let cells = try record()
            if cells.contains(where: { !$0.text.isBlank }) {
                rows.append(Table.Row(number: number, line: firstLine, cells: cells))
            }
        }
        return rows
    }

    /// Reads to the end of the record and past its line end.
    private mutating func record() throws(Refusal) -> [Table.Cell] {
        var cells: [Table.Cell] = []
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
        var content = try quoted()
        content.append(contentsOf: bytes[try plainRange()])
        return String(decoding: content, as: UTF8.self)
    }

    /// Up to the next delimiter or line end.
    private mutating func plainRange() throws(Refusal) -> Range<Int> {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
            position += 1
            if position - start > TableLimits.cellBytes { throw tooLong(line) }
        }
        return start..<position
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
