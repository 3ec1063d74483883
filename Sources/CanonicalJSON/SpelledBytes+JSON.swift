import Foundation

/// The spelling of strings and numbers (RFC 8259, 6 and 7).
extension SpelledBytes {
    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(unquoted text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// In quotation marks; escaped is only what must be, by the short form where there is one.
    mutating func append(quoted text: String) {
        var text = text
        text.withUTF8 { append(quoted: $0) }
    }

    mutating func append(quoted text: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        var written = 0
        for index in text.indices where Self.mustEscape(text[index]) {
            append(UnsafeBufferPointer(rebasing: text[written..<index]))
            append(escaped: text[index])
            written = index + 1
        }
        append(UnsafeBufferPointer(rebasing: text[written...]))
        append(UInt8(ascii: "\""))
    }

    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append(#"\""#)
        case UInt8(ascii: "\\"): append(#"\\"#)
        case 0x08: append(#"\b"#)
        case 0x09: append(#"\t"#)
        case 0x0A: append(#"\n"#)
        case 0x0C: append(#"\f"#)
        case 0x0D: append(#"\r"#)
        default:
            append(#"\u00"#)
            for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
        }
    }

    mutating func append(number: some BinaryInteger) {
        append(unquoted: String(number))
    }

    mutating func append(number: Int) {
        var rest = number.magnitude
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var first = digits.count
            repeat {
                first -= 1
                digits[first] = 0x30 + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 { append(UInt8(ascii: "-")) }
            append(UnsafeBufferPointer(rebasing: digits[first...]))
        }
    }

    /// The shortest decimal that reads back as the same number. It must be finite.
    mutating func append(number: some BinaryFloatingPoint & LosslessStringConvertible) {
        let text = number.description
        append(unquoted: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}
