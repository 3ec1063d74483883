package import ExamModel

extension PackedSheets {
    /// Bytes read at a time by each worker.
    private static let bufferSize = 1 << 20

    /// Scores and counts all sheets.
    ///
    /// - Parameter key: The same items in the same order, answers numbered by the bits of their options.
    /// - Throws: `WRONG_KEY`, `MARKS_TOO_FINE`, `BAD_ANSWER`, `FILE_UNREADABLE`.
    package func counted(by key: CodedForm) throws(Refusal) -> CountedSheets {
        try refuseOtherKey(key)
        let layout = try TableLayout(key)
        let parts = try Workers.run(Workers.pieces(of: count, smallest: 4096)) { piece throws(Refusal) in
            try count(piece, layout)
        }
        return CountedSheets(merging: parts, layout: layout, form: key)
    }

    private func count(_ sheets: Range<Int>, _ layout: TableLayout) throws(Refusal) -> CountedPart {
        let table = CountTable(layout)
        let size = items.count
        let most = max(Self.bufferSize / size, 1)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: most * size, alignment: Self.alignment)
        defer { buffer.deallocate() }
        let totals = UnsafeMutablePointer<Int32>.allocate(capacity: max(sheets.count, 1))
        defer { totals.deallocate() }
        var next = sheets.lowerBound
        while next < sheets.upperBound {
            let number = min(most, sheets.upperBound - next)
            let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<(number * size)])
            try bytes.read(piece, at: offset(ofSheet: next))
            guard let responses = piece.baseAddress?.assumingMemoryBound(to: UInt8.self) else { break }
            if let stray = table.count(responses, number, totals: totals + (next - sheets.lowerBound)) {
                throw .badAnswer(sheet: next + stray + 1, in: bytes.name)
            }
            next += number
        }
        return CountedPart(table: table, rows: Array(UnsafeBufferPointer(start: totals, count: sheets.count)))
    }

    private func refuseOtherKey(_ key: CodedForm) throws(Refusal) {
        let keyed = key.items
        guard keyed.map(\.id) == items, zip(keyed, options).allSatisfy({ $0.answers.count == 1 << $1 }) else {
            throw .wrongKey(bytes.name, items: items.count, keyed: keyed.count)
        }
    }
}

/// What one worker counted. Handed over whole: nobody writes into it any more.
struct CountedPart: @unchecked Sendable {
    let table: CountTable
    let rows: [Int32]
}

extension CountedSheets {
    init(merging parts: [CountedPart], layout: TableLayout, form: CodedForm) {
        let table = parts.first?.table ?? CountTable(layout)
        for part in parts.dropFirst() { table.add(part.table) }
        let rows = parts.count == 1 ? parts[0].rows : Array(parts.map(\.rows).joined())
        self.init(table: table, form: form, rows: rows)
    }
}

extension FindingCode {
    /// The key's items are not those of the sheets.
    package static let wrongKey: FindingCode = "WRONG_KEY"
}

extension Refusal {
    static func wrongKey(_ file: String, items: Int, keyed: Int) -> Refusal {
        Refusal(
            .wrongKey, at: Place(file: file), "答卷有 \(items) 题，答案表有 \(keyed) 题，或题号、选项数不同；请核对答案表是不是这份试卷的",
            "the sheets have \(items) items, the key \(keyed), or ids or options differ; check that the key is this paper's"
        )
    }
}
