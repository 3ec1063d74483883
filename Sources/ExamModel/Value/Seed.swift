/// The 256 bits from which a random assembly is drawn, written as 64 hexadecimal digits.
package struct Seed: Hashable, Sendable, TextCodable {
    /// Four words, the first holding the first sixteen digits.
    package let words: [UInt64]

    /// Reads 1 to 64 hexadecimal digits; shorter seeds are padded with zeros on the left.
    package init?(text: String) {
        guard (1...64).contains(text.utf8.count), text.allSatisfy(\.isHexDigit), text.allSatisfy(\.isASCII) else {
            return nil
        }
        let digits = Array(String(repeating: "0", count: 64 - text.utf8.count) + text)
        words = stride(from: 0, to: 64, by: 16).compactMap { UInt64(String(digits[$0..<$0 + 16]), radix: 16) }
    }

    package static func random(using generator: inout some RandomNumberGenerator) -> Seed {
        Seed(words: (0..<4).map { _ in generator.next() })
    }

    private init(words: [UInt64]) {
        self.words = words
    }

    package var description: String {
        words.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
