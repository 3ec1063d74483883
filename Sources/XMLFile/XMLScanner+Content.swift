package import ExamModel
import Glibc

/// What the token that was told last says. Valid until the next one.
extension XMLScanner {
    /// Whether the element has this local name.
    package func isNamed(_ text: StaticString) -> Bool {
        name.count == text.utf8CodeUnitCount
            && memcmp(buffer + name.lowerBound, text.utf8Start, name.count) == 0
    }

    /// The bytes of an attribute without a prefix, references not resolved: for numbers and cell addresses.
    package func bytes(of attribute: StaticString) -> UnsafeBufferPointer<UInt8>? {
        range(of: attribute).map { UnsafeBufferPointer(start: buffer + $0.lowerBound, count: $0.count) }
    }

    package func attribute(_ attribute: StaticString) throws(Refusal) -> String? {
        guard let range = range(of: attribute) else { return nil }
        var bytes: [UInt8] = []
        try resolve(range, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the text that was told last, references resolved, line ends as line feeds.
    package func appendText(to bytes: inout [UInt8]) throws(Refusal) {
        guard isRaw else { return try resolve(textRange, into: &bytes) }
        bytes.append(contentsOf: UnsafeBufferPointer(start: buffer + textRange.lowerBound, count: textRange.count))
    }

    private func range(of attribute: StaticString) -> Range<Int>? {
        let end = attributes.upperBound
        var index = attributes.lowerBound
        while index < end {
            while index < end, buffer[index] <= 0x20 { index += 1 }
            let name = index
            while index < end, buffer[index] > 0x20, buffer[index] != UInt8(ascii: "=") { index += 1 }
            let length = index - name
            while index < end, buffer[index] <= 0x20 || buffer[index] == UInt8(ascii: "=") { index += 1 }
            guard index < end else { return nil }
            let quote = buffer[index]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
            let value = index + 1
            index = value
            while index < end, buffer[index] != quote { index += 1 }
            if length == attribute.utf8CodeUnitCount, memcmp(buffer + name, attribute.utf8Start, length) == 0 {
                return value..<index
            }
            index += 1
        }
        return nil
    }

    private func resolve(_ range: Range<Int>, into bytes: inout [UInt8]) throws(Refusal) {
        var index = range.lowerBound
        while index < range.upperBound {
            let start = index
            while index < range.upperBound, buffer[index] != UInt8(ascii: "&"), buffer[index] != UInt8(ascii: "\r") {
                index += 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(start: buffer + start, count: index - start))
            guard index < range.upperBound else { return }
            if buffer[index] == UInt8(ascii: "\r") {
                index += 1
                if index == range.upperBound || buffer[index] != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
            } else {
                index = try reference(at: index, before: range.upperBound, into: &bytes)
            }
        }
    }

    /// Appends what the reference at `start` stands for; where the text goes on.
    private func reference(at start: Int, before end: Int, into bytes: inout [UInt8]) throws(Refusal) -> Int {
        let longest = min(end, start + 12)
        var semicolon = start
        while semicolon < longest, buffer[semicolon] != UInt8(ascii: ";") { semicolon += 1 }
        guard semicolon < longest else { throw damaged }
        if buffer[start + 1] == UInt8(ascii: "#") {
            guard let scalar = scalar(from: start + 2, to: semicolon) else { throw damaged }
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            return semicolon + 1
        }
        let name = String(
            decoding: UnsafeBufferPointer(start: buffer + start + 1, count: semicolon - start - 1), as: UTF8.self)
        switch name {
        case "amp": bytes.append(UInt8(ascii: "&"))
        case "lt": bytes.append(UInt8(ascii: "<"))
        case "gt": bytes.append(UInt8(ascii: ">"))
        case "quot": bytes.append(UInt8(ascii: "\""))
        case "apos": bytes.append(UInt8(ascii: "'"))
        default: throw .xmlEntity(at: place)
        }
        return semicolon + 1
    }

    /// The character of a number in digits, hexadecimal behind an x; some programs write every ideograph so. `nil` when it
    /// is none.
    private func scalar(from start: Int, to end: Int) -> Unicode.Scalar? {
        let isHexadecimal = start < end && buffer[start] == UInt8(ascii: "x")
        let digits = (isHexadecimal ? start + 1 : start)..<end
        guard !digits.isEmpty else { return nil }
        var value: UInt32 = 0
        for index in digits {
            let byte = buffer[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value * (isHexadecimal ? 16 : 10) + UInt32(byte - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal: value = value * 16 + UInt32(byte - 87)
            case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal: value = value * 16 + UInt32(byte - 55)
            default: return nil
            }
            guard value <= 0x10FFFF else { return nil }
        }
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}
