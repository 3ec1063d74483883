package import ExamModel
package import Sealing

/// A short code (回执码) that stands for an answer sheet: twelve characters of Crockford's base 32 in groups of four, the
/// first 60 bits of ``AnswerSheet/digest``. It has no I, L, O and U, so that nobody misreads it.
package struct Receipt: Hashable, Sendable, CustomStringConvertible {
    /// `K3M9-QWXZ-7P2R`
    package let description: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    package init(_ sheet: AnswerSheet) throws(Refusal) {
        self.init(of: try sheet.digest)
    }

    /// Of the sheet with this digest.
    package init(of digest: Digest) {
        let bits = digest.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        self.init(characters: (0..<12).map { Self.alphabet[Int(bits >> (59 - 5 * UInt64($0)) & 31)] })
    }

    /// Reads a code as people type it: in any case, with or without hyphens and blanks, O for 0, I and L for 1.
    package init?(typed text: String) {
        let letters = text.uppercased().filter { $0 != "-" && !$0.isWhitespace }.map { letter -> Character in
            switch letter {
            case "O": "0"
            case "I", "L": "1"
            default: letter
            }
        }
        guard letters.count == 12, letters.allSatisfy(Self.alphabet.contains) else { return nil }
        self.init(characters: letters)
    }

    private init(characters: [Character]) {
        description = [characters[0..<4], characters[4..<8], characters[8..<12]].map { String($0) }
            .joined(separator: "-")
    }
}
