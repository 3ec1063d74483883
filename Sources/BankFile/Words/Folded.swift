import Foundation

/// Text reduced to what decides whether two texts are the same to a reader.
enum Folded {
    /// NFKC (full-width becomes half-width) without white space.
    static func text(_ text: some StringProtocol) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0x3000: break
            // ASCII, dashes and quotation marks, Chinese punctuation and ideographs stay as they are under NFKC.
            case 0x21...0x7E, 0x2014, 0x2018...0x201D, 0x3001...0x3015, 0x4E00...0x9FFF: folded.append(scalar)
            case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default: return String(text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace })
            }
        }
        return String(folded)
    }

    /// As `text(_:)`, with every way to leave a blank (an empty bracket, a run of underscores) written as `()`, so that
    /// stems can be compared.
    static func stem(_ text: some StringProtocol) -> String {
        var result = ""
        var run = ""
        func flush() {
            result += run.first == "_" && run.count > 1 ? "()" : run
            run = ""
        }
        for character in Folded.text(text) {
            switch character {
            case "(":
                flush()
                run = "("
            case "_" where run.first == "(" || run.first == "_" || run.isEmpty: run.append(character)
            case "-" where run.first == "(": run.append(character)
            case ")" where run.first == "(":
                run = ""
                result += "()"
            default:
                flush()
                if character == "_" { run = "_" } else { result.append(character) }
            }
        }
        flush()
        return result
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
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// Trimmed, lines ended by line feeds, tabs as blanks, without control characters: what every format can hold.
    var cleaned: String {
        let trimmed = trimmed
        guard trimmed.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return trimmed }
        let lines = trimmed.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\t", with: " ")
        return String(
            String.UnicodeScalarView(lines.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" })
        )
    }
}
