import ExamModel

/// Gives the rows that begin in a range of a csv file to a counter, a buffer at a time.
struct RowReader {
    private static let newline = UInt8(ascii: "\n")

    let bytes: SheetBytes
    let range: Range<Int>
    /// Whether a row begins at the range's beginning; otherwise the first begins after the next line end.
    let isFirst: Bool

    func run(_ counter: RowCounter) throws(Refusal) {
        // Room for two pieces and a line end: a row that begins in this range may end in the next.
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * SheetTable.bufferSize + 1)
        defer { buffer.deallocate() }
        var base = isFirst ? range.lowerBound : range.lowerBound - 1
        var (held, skips) = (0, !isFirst)
        while base < range.upperBound {
            let count = min(SheetTable.bufferSize, bytes.size - base - held)
            try bytes.read(UnsafeMutableRawBufferPointer(start: buffer + held, count: count), at: base + held)
            held += count
            let isEnd = base + held == bytes.size
            if isEnd, held > 0, buffer[held - 1] != Self.newline {
                buffer[held] = Self.newline
                held += 1
            }
            let filled = UnsafeBufferPointer(start: buffer, count: held)
            var begin = 0
            if skips {
                guard let end = filled.firstIndex(of: Self.newline) else { return try refuseLong(unless: isEnd) }
                (begin, skips) = (end + 1, false)
            }
            guard let end = filled.lastIndex(of: Self.newline) else { return try refuseLong(unless: isEnd) }
            counter.count(buffer, from: begin, to: end + 1, origin: base, before: range.upperBound)
            if isEnd { return }
            base += end + 1
            held -= end + 1
            guard held <= SheetTable.bufferSize else { return try refuseLong(unless: false) }
            buffer.update(from: buffer + end + 1, count: held)
        }
    }

    private func refuseLong(unless isEnd: Bool) throws(Refusal) {
        if isEnd { return }
        throw Refusal(
            .badSheetTable, at: Place(file: bytes.name), "有一行超过 \(SheetTable.bufferSize) 字节；请核对文件是不是答卷表",
            "a row is longer than \(SheetTable.bufferSize) bytes; check that the file is a table of sheets")
    }
}
