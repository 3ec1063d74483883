extension StringProtocol {
    /// The text without blanks (of any width) and line ends around it.
    package var trimmed: String {
        if utf8.withContiguousStorageIfAvailable(\.hasPlainEnds) == true { return String(self) }
        let scalars = unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.last else { return "" }
        if start == startIndex, !last.isBlank { return String(self) }
        let end = scalars[start...].lastIndex { !$0.isBlank } ?? start
        return String(self[start...end])
    }

    /// Whether there is nothing but blanks and line ends.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Begins and ends with an ideograph, a full-width mark or a visible character of ASCII; false when it is not that plain.
    fileprivate var hasPlainEnds: Bool {
        guard let first, let last else { return false }
        func isPlain(_ lead: UInt8) -> Bool { (0xE4...0xE9).contains(lead) || lead == 0xEF }
        guard (0x21...0x7E).contains(first) || isPlain(first) else { return false }
        return (0x21...0x7E).contains(last) || (last >= 0x80 && count >= 3 && isPlain(self[count - 3]))
    }
}

extension Unicode.Scalar {
    /// White space, told without a look into the tables for what texts are full of.
    package var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x3000: true
        case 0x21...0x7E, 0x2E80...0x2FFF, 0x3001...0xFFFF: false
        default: properties.isWhitespace
        }
    }
}
