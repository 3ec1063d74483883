import ExamModel
import Foundation

/// Which encoding a text has: its byte order mark decides; without one UTF-16 by its zero bytes, strict UTF-8, then GB18030 (GB 18030-2005).
enum TextDecoding {
    static func decode(_ bytes: [UInt8], file: String) throws(Refusal) -> (encoding: String, bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return ("utf-8", try checked(Array(bytes.dropFirst(3)), file: file))
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return ("utf-16le", try utf16(bytes.dropFirst(2), isLittleEndian: true, file: file))
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return ("utf-16be", try utf16(bytes.dropFirst(2), isLittleEndian: false, file: file))
        }
        if let isLittleEndian = isUTF16(bytes) {
            let name = isLittleEndian ? "utf-16le" : "utf-16be"
            return (name, try utf16(bytes[...], isLittleEndian: isLittleEndian, file: file))
        }
        if isUTF8(bytes[...]) { return ("utf-8", try withoutZeros(bytes, file: file)) }
        guard !isDamagedUTF8(bytes) else { return ("utf-8", try checked(bytes, file: file)) }
        return ("gb18030", try gb18030(bytes, file: file))
    }

    private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        // Without a copy: texts may be large.
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    private static func checked(_ bytes: [UInt8], file: String) throws(Refusal) -> [UInt8] {
        let bytes = try withoutZeros(bytes, file: file)
        guard isUTF8(bytes[...]) else { throw refusal(bytes[..<firstFault(in: bytes)], file: file) }
        return bytes
    }

    private static func withoutZeros(_ bytes: [UInt8], file: String) throws(Refusal) -> [UInt8] {
        if let offset = bytes.firstIndex(of: 0) { throw refusal(bytes[..<offset], file: file) }
        return bytes
    }

    /// Where UTF-8 stops being well-formed.
    private static func firstFault(in bytes: [UInt8]) -> Int {
        var start = 0
        for end in bytes.indices where bytes[end] == 0x0A {
            guard isUTF8(bytes[start...end]) else { return start }
            start = end + 1
        }
        return start
    }

    /// GB18030 text hardly ever forms three-byte UTF-8 sequences, so a text full of them is UTF-8 with a fault.
    private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
        var (wellFormed, broken) = (0, 0)
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): wellFormed += scalar.value >= 0x800 ? 1 : 0
            case .error: broken += 1
            case .emptyInput: return wellFormed > 4 * broken
            }
        }
    }

    /// Without a byte order mark: line ends tell which byte comes first, and in one line the zero bytes beside Latin
    /// characters. True for the low byte first, `nil` when the text is something else.
    private static func isUTF16(_ bytes: [UInt8]) -> Bool? {
        let head = bytes.prefix(4096)
        guard bytes.count.isMultiple(of: 2), head.contains(0) else { return nil }
        let even = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
        let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
        let pairs = stride(from: 0, to: head.count - 1, by: 2)
        let little = pairs.count { head[$0] == 0x0A && head[$0 + 1] == 0 || head[$0] == 0x0D && head[$0 + 1] == 0 }
        let big = pairs.count { head[$0 + 1] == 0x0A && head[$0] == 0 || head[$0 + 1] == 0x0D && head[$0] == 0 }
        if little + big > 0 { return little == 0 ? false : big == 0 ? true : nil }
        return even == 0 ? true : odd == 0 ? false : nil
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool, file: String) throws(Refusal) -> [UInt8]
    {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 2)
        var decoder = UTF16()
        var iterator = units.makeIterator()
        while case let step = decoder.decode(&iterator), step != .emptyInput {
            guard case .scalarValue(let scalar) = step, scalar.value != 0 else {
                throw refusal(result[...], file: file)
            }
            result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        guard bytes.count.isMultiple(of: 2) else { throw refusal(result[...], file: file) }
        return result
    }

    private static func gb18030(_ bytes: [UInt8], file: String) throws(Refusal) -> [UInt8] {
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        if let text = String(data: Data(bytes), encoding: encoding), !bytes.contains(0) { return Array(text.utf8) }
        // A line feed is never part of a longer GB18030 sequence, so lines can be tried one by one.
        var start = 0
        for end in bytes.indices where bytes[end] == 0x0A {
            let line = bytes[start...end]
            if line.contains(0) || String(data: Data(line), encoding: encoding) == nil { break }
            start = end + 1
        }
        throw refusal(bytes[..<start], file: file)
    }

    /// `before` is what could be read, for the number of the line.
    private static func refusal(_ before: ArraySlice<UInt8>, file: String) -> Refusal {
        let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        return Refusal(
            .badEncoding, at: Place(file: file, line: line), "此行含有无法识别的字节，文件可能损坏或编码不是 UTF-8、GB18030，请另存为 UTF-8。",
            "This line holds bytes that are neither UTF-8 nor GB18030; save the file as UTF-8.")
    }
}
