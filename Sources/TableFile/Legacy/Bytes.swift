/// Little-endian numbers in bytes; whatever lies outside is `nil`.
struct Bytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func uint8(_ offset: Int) -> Int? {
        bytes.indices.contains(offset) ? Int(bytes[offset]) : nil
    }

    func uint16(_ offset: Int) -> Int? {
        guard offset >= 0, offset + 2 <= bytes.count else { return nil }
        return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
    }

    func uint32(_ offset: Int) -> Int? {
        guard let low = uint16(offset), let high = uint16(offset + 2) else { return nil }
        return low | high << 16
    }

    func double(_ offset: Int) -> Double? {
        guard let low = uint32(offset), let high = uint32(offset + 4) else { return nil }
        return Double(bitPattern: UInt64(high) << 32 | UInt64(low))
    }

    func utf16(_ offset: Int, count: Int) -> String? {
        guard offset >= 0, count >= 0, offset + 2 * count <= bytes.count else { return nil }
        return String(decoding: (0..<count).map { UInt16(uint16(offset + 2 * $0) ?? 0) }, as: UTF16.self)
    }

    func slice(_ offset: Int, count: Int) -> ArraySlice<UInt8> {
        guard offset >= 0, offset < bytes.count else { return [] }
        return bytes[offset..<min(offset + count, bytes.count)]
    }
}
