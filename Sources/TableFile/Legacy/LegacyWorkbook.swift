import ExamModel

/// An Excel 97–2003 workbook ([MS-XLS], BIFF8): what its global records say.
struct LegacyWorkbook {
    struct Record {
        let kind: Int
        /// Its content, and that of the CONTINUE records behind it.
        let segments: [[UInt8]]

        var bytes: Bytes { Bytes(segments.first ?? []) }
    }

    private struct Bound {
        let name: String
        let offset: Int
        let isRead: Bool
    }

    private let stream: [UInt8]
    private let place: Place
    private var bounds: [Bound] = []
    private(set) var strings: [String] = []
    private(set) var dates = DateSystem.from1900
    private var codes: [Int: String] = [:]
    private var cellFormats: [Int] = []

    init(_ stream: [UInt8], at place: Place) throws(Refusal) {
        (self.stream, self.place) = (stream, place)
        var position = 0
        guard let first = record(at: &position), first.kind == 0x809, first.bytes.uint16(0) == 0x600 else {
            throw Self.unreadable(at: place)
        }
        while let record = record(at: &position), record.kind != 0x0A { try read(record) }
    }

    /// The visible worksheets.
    func sheets() throws(Refusal) -> [Table.Sheet] {
        var sheets: [Table.Sheet] = []
        var budget = TableLimits.cells
        for bound in bounds where bound.isRead {
            var reader = LegacySheetReader(self, place: Place(file: place.file, sheet: bound.name), budget: budget)
            sheets.append(Table.Sheet(name: bound.name, rows: try reader.rows(from: bound.offset)))
            budget = reader.budget
        }
        return sheets
    }

    /// The record at `position`, which then stands behind it; `nil` at the end.
    func record(at position: inout Int) -> Record? {
        guard let (kind, content) = part(at: &position) else { return nil }
        var segments = [content]
        // 0x3C CONTINUE
        while position + 4 <= stream.count, Int(stream[position]) | Int(stream[position + 1]) << 8 == 0x3C,
            let next = part(at: &position)
        {
            segments.append(next.content)
        }
        return Record(kind: kind, segments: segments)
    }

    private func part(at position: inout Int) -> (kind: Int, content: [UInt8])? {
        guard position >= 0, position + 4 <= stream.count else { return nil }
        let kind = Int(stream[position]) | Int(stream[position + 1]) << 8
        let length = Int(stream[position + 2]) | Int(stream[position + 3]) << 8
        guard position + 4 + length <= stream.count else { return nil }
        defer { position += 4 + length }
        return (kind, Array(stream[(position + 4)..<(position + 4 + length)]))
    }

    private mutating func read(_ record: Record) throws(Refusal) {
        let bytes = record.bytes
        switch record.kind {
        case 0x2F: throw FileSignature.compound.mismatch(file: place.file ?? "")
        case 0x22: if bytes.uint16(0) == 1 { dates = .from1904 }
        case 0x85:
            guard let offset = bytes.uint32(0), let state = bytes.uint8(4), let kind = bytes.uint8(5) else { return }
            var text = LegacyStrings([Array(bytes.slice(6, count: bytes.count))])
            let name = text.uint8().flatMap { text.string(count: $0) } ?? ""
            bounds.append(Bound(name: name, offset: offset, isRead: state & 3 == 0 && kind == 0))
        case 0xFC:
            var text = LegacyStrings(record.segments)
            text.skip(4)
            guard let count = text.uint32(), count <= TableLimits.cells else { throw TableLimits.tooLarge(at: place) }
            for _ in 0..<count {
                guard let string = text.string() else { throw WorkbookReader.damaged(at: place) }
                strings.append(string)
            }
        case 0x41E:
            var text = LegacyStrings(record.segments)
            if let id = text.uint16() { codes[id] = text.string() }
        case 0xE0: cellFormats.append(bytes.uint16(2) ?? 0)
        default: break
        }
    }

    /// The number format of the cell format `index`.
    func format(_ index: Int) -> NumberFormat {
        guard cellFormats.indices.contains(index) else { return .general }
        let id = cellFormats[index]
        return NumberFormat(codes[id] ?? NumberFormat.builtIn(id))
    }

    static func unreadable(at place: Place) -> Refusal {
        Refusal(
            .unsupportedFormat, at: place, "这个旧版工作簿（Excel 95 或更早、或其他程序的文件）不能直接读取，请在表格软件中打开并另存为 .xlsx。",
            "This workbook is older than Excel 97 or of another program; open it and save it as .xlsx.")
    }
}
