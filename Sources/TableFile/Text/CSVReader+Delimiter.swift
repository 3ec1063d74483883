extension CSVReader {
    /// Comma, tab or semicolon: what stands most often outside quotes in the first 64 KiB; comma when nothing does.
    /// Spreadsheet programs write tabs into a .csv that is saved as “Unicode text”.
    static func delimiter(of bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in bytes.prefix(64 << 10) {
            if byte == .quote { isQuoted.toggle() }
            if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        }
        return candidates[counts.indices.max { counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1) } ?? 0]
    }
}
