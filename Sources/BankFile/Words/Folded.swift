import Foundation

/// Text reduced to what decides whether two texts are the same to a reader.
enum Folded {
    /// NFKC (full-width becomes half-width) without white space.
    static func text(_ text: some StringProtocol) -> String {
        String(text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace })
    }

    /// As `text(_:)`, with every way to leave a blank written as one empty bracket, so that stems can be compared.
    static func stem(_ text: some StringProtocol) -> String {
        Folded.text(text).replacing(/\([_-]*\)|_{2,}/, with: "()")
    }

    /// The half-width character for a full-width one (U+FF01–U+FF5E and the ideographic space), `[` and `]` for 【】〔〕.
    static func half(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, scalar.value > 0x7F else {
            return character == "\t" ? " " : character
        }
        switch scalar.value {
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
        case 0x3000, 0xA0, 0x2002, 0x2003: return " "
        case 0x3010, 0x3014: return "["
        case 0x3011, 0x3015: return "]"
        default: return character
        }
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
