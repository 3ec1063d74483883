/// What a byte in a cell means: a bit for a letter, or a mark that the cell ends or needs a closer look.
///
/// Two tables of 256 entries, for choices and for judgements, where T and F are the two options.
struct LetterTable: Sendable {
    /// Set in every entry that is no letter of an answer.
    static let stop: UInt16 = 1 << 15
    static let size = 256

    let entries: [UInt16]

    init() {
        var entries = [UInt16](repeating: Self.stop, count: 2 * Self.size)
        for letter in 0..<8 {
            entries[Int(UInt8(ascii: "A")) + letter] = 1 << UInt16(letter)
            entries[Self.size + Int(UInt8(ascii: "A")) + letter] = 1 << UInt16(letter)
        }
        entries[Self.size + Int(UInt8(ascii: "T"))] = 1
        entries[Self.size + Int(UInt8(ascii: "F"))] = 2
        self.entries = entries
    }

    /// Reads a cell as people write it: in either case, with blanks, √ × 对 错 正确 错误. Nil when it says nothing known.
    static func slowly(_ cell: [UInt8], options: Int, isJudgement: Bool) -> UInt8? {
        let text = String(decoding: cell, as: UTF8.self).filter { !$0.isWhitespace }.uppercased()
        if isJudgement {
            if ["T", "√", "对", "正确", "TRUE", "是"].contains(text) { return 1 }
            if ["F", "×", "错", "错误", "FALSE", "否", "X"].contains(text) { return 2 }
        }
        var mask: UInt8 = 0
        for scalar in text.unicodeScalars where !",，、;；".unicodeScalars.contains(scalar) {
            let plain = (0xFF21...0xFF3A).contains(scalar.value) ? scalar.value - 0xFF21 + 65 : scalar.value
            guard plain >= 65, plain < 65 + UInt32(options) else { return nil }
            mask |= 1 << UInt8(plain - 65)
        }
        return mask
    }
}
