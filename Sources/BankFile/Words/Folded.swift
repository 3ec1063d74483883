import ExamModel
import Foundation

/// Text reduced to what decides whether two texts are the same to a reader.
enum Folded {
    /// NFKC (full-width becomes half-width) without white space.
    static func text(_ text: some StringProtocol) -> String {
        fast(text) { String(decoding: $0, as: UTF8.self) } ?? slow(text)
    }

    /// As `text(_:)`, with every way to leave a blank (an empty bracket, a run of underscores) written as `()`, so that
    /// stems can be compared.
    static func stem(_ text: some StringProtocol) -> String {
        var folded = fast(text) { Array($0) } ?? Array(slow(text).utf8)
        folded.withBlanksAlike()
        return String(decoding: folded, as: UTF8.self)
    }

    private static func slow(_ text: some StringProtocol) -> String {
        String(text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace })
    }

    /// `nil` when the text holds what only the tables of Unicode can fold.
    private static func fast<Result>(
        _ text: some StringProtocol, _ use: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result? {
        let result = text.utf8.withContiguousStorageIfAvailable { bytes -> Result? in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { folded in
                Self.fold(bytes, into: folded).map { use(UnsafeBufferPointer(rebasing: folded[..<$0])) }
            }
        }
        return result ?? nil
    }

    /// How many bytes the folded text takes, never more than before. ASCII, dashes and quotation marks, Chinese punctuation
    /// and ideographs stay as they are under NFKC; U+FF01–U+FF5E become ASCII.
    private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>)
        -> Int?
    {
        var (index, count) = (0, 0)
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                if lead > 0x20, lead < 0x7F {
                    folded[count] = lead
                    count += 1
                } else if lead != 0x20, !(0x09...0x0D).contains(lead) {
                    return nil
                }
                continue
            }
            guard lead >= 0xE2, lead < 0xF0, index + 2 < bytes.count else { return nil }
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            let scalar = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
            index += 3
            switch scalar {
            case 0x4E00...0x9FFF, 0x3001...0x3015, 0x2018...0x201D, 0x2014:
                folded[count] = lead
                folded[count + 1] = second
                folded[count + 2] = third
                count += 3
            case 0xFF01...0xFF5E:
                folded[count] = UInt8(scalar - 0xFEE0)
                count += 1
            case 0x3000: break
            default: return nil
            }
        }
        return count
    }

    /// The half-width scalar for a full-width one (U+FF01–U+FF5E and the ideographic space), `[` and `]` for 【】〔〕.
    static func half(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x09, 0x3000, 0xA0, 0x2002, 0x2003: return " "
        case 0x3010, 0x3014: return "["
        case 0x3011, 0x3015: return "]"
        default: return scalar
        }
    }

    static func half(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] { text.map(half) }
}

extension [UInt8] {
    /// Writes `(`, underscores or dashes, `)`, and runs of two underscores or more as `()`.
    fileprivate mutating func withBlanksAlike() {
        guard contains(UInt8(ascii: "(")) || contains(UInt8(ascii: "_")) else { return }
        var result: [UInt8] = []
        result.reserveCapacity(count)
        /// Where a bracket or a run of underscores begins that may be a blank.
        var run: Int?
        func flush() {
            if let start = run, result[start] == UInt8(ascii: "_"), result.count - start > 1 {
                result.replaceSubrange(start..., with: "()".utf8)
            }
            run = nil
        }
        for byte in self {
            let isBracket = run.map { result[$0] == UInt8(ascii: "(") } ?? false
            switch byte {
            case UInt8(ascii: "("):
                flush()
                run = result.count
                result.append(byte)
            case UInt8(ascii: "_"):
                if run == nil { run = result.count }
                result.append(byte)
            case UInt8(ascii: "-") where isBracket: result.append(byte)
            case UInt8(ascii: ")") where isBracket:
                result.replaceSubrange((run ?? result.count)..., with: "()".utf8)
                run = nil
            default:
                flush()
                result.append(byte)
            }
        }
        flush()
        self = result
    }
}

extension StringProtocol {
    /// Trimmed, lines ended by line feeds, tabs as blanks, without control characters: what every format can hold.
    var cleaned: String {
        let trimmed = self.trimmed
        guard trimmed.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return trimmed }
        let lines = trimmed.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\t", with: " ")
        return String(
            String.UnicodeScalarView(lines.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" })
        )
    }
}
