/// Reads Unicode strings ([MS-XLS] 2.5.240, 2.5.293) that may run over into CONTINUE records.
struct LegacyStrings {
    /// The contents of the record and of its continuations.
    private let segments: [Bytes]
    private var segment = 0
    private var position = 0

    init(_ segments: [[UInt8]]) {
        self.segments = segments.map { Bytes($0) }
    }

    private mutating func settle() -> Bool {
        while segment < segments.count, position >= segments[segment].count {
            position -= segments[segment].count
            segment += 1
        }
        return segment < segments.count
    }

    mutating func uint8() -> Int? {
        guard settle() else { return nil }
        defer { position += 1 }
        return segments[segment].uint8(position)
    }

    mutating func uint16() -> Int? {
        guard let low = uint8(), let high = uint8() else { return nil }
        return low | high << 8
    }

    mutating func uint32() -> Int? {
        guard let low = uint16(), let high = uint16() else { return nil }
        return low | high << 16
    }

    mutating func skip(_ count: Int) {
        position += count
    }

    /// A string of `count` characters, or, without it, one whose length of 16 bits comes first.
    mutating func string(count given: Int? = nil) -> String? {
        guard let count = given ?? uint16(), let flags = uint8() else { return nil }
        let runs = flags & 8 != 0 ? uint16() : 0
        let extra = flags & 4 != 0 ? uint32() : 0
        guard let runs, let extra, let text = characters(count, isWide: flags & 1 != 0) else { return nil }
        skip(4 * runs + extra)
        return text
    }

    /// Where characters run over, the next record begins with a byte that says how wide they are there.
    private mutating func characters(_ count: Int, isWide: Bool) -> String? {
        var isWide = isWide
        var units: [UInt16] = []
        while units.count < count {
            if segment < segments.count, position >= segments[segment].count {
                (segment, position) = (segment + 1, 0)
                guard segment < segments.count, let flags = segments[segment].uint8(0) else { return nil }
                isWide = flags & 1 != 0
                position = 1
            }
            guard segment < segments.count,
                let unit = isWide ? segments[segment].uint16(position) : segments[segment].uint8(position)
            else { return nil }
            units.append(UInt16(unit))
            position += isWide ? 2 : 1
        }
        return String(decoding: units, as: UTF16.self)
    }
}
