/// Breaks text into lines of a terminal's columns by the rules of Chinese typesetting (GB/T 15834-2011, 5.1): no line
/// starts with a closing mark and none ends with an opening one. Latin words and numbers stay whole where they fit.
enum LineWrap {
    /// At least one line; none wider than `width`, which must be 2 or more. Line feeds in `text` end lines;
    /// other control characters are shown as blanks.
    static func lines(_ text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            paragraph(String(line.map { $0.unicodeScalars.allSatisfy(isControl) ? " " : $0 }), width: width)
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    private static func paragraph(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for unit in pieces(of: text, width: width) {
            let size = DisplayWidth.of(unit)
            if used > 0, used + size > width {
                lines.append(withoutBlanksAtEnd(line))
                line = ""
                used = 0
            }
            if used == 0, unit.allSatisfy({ $0 == " " }), !lines.isEmpty { continue }
            line += unit
            used += size
        }
        lines.append(withoutBlanksAtEnd(line))
        return lines
    }

    /// Units that no line break may divide, the ones wider than a line cut hard.
    private static func pieces(of text: String, width: Int) -> [String] {
        units(of: text).flatMap { unit in
            DisplayWidth.of(unit) <= width ? [unit] : cut(unit, width: width)
        }
    }

    private static func units(of text: String) -> [String] {
        var units: [String] = []
        var unit = ""
        var last: Character?
        var isOpen = false
        for character in text {
            if let last, !isOpen, mayBreak(between: last, and: character) {
                units.append(unit)
                unit = ""
            }
            unit.append(character)
            if character != " " { isOpen = opening.contains(character) }
            last = character
        }
        if !unit.isEmpty { units.append(unit) }
        return units
    }

    private static func mayBreak(between left: Character, and right: Character) -> Bool {
        if closing.contains(right) { return false }
        if left == " " || right == " " { return left != right }
        if left == "\u{3000}", right == "\u{3000}" { return false }
        return !(isInWord(left) && isInWord(right))
    }

    /// Letters, digits and marks of scripts that divide words by blanks.
    private static func isInWord(_ character: Character) -> Bool {
        !character.isWhitespace && DisplayWidth.of(character) < 2 && !opening.contains(character)
    }

    private static func cut(_ unit: String, width: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for character in unit {
            let size = DisplayWidth.of(character)
            if used + size > width, used > 0 {
                pieces.append(piece)
                piece = ""
                used = 0
            }
            piece.append(character)
            used += size
        }
        return pieces + [piece]
    }

    private static func withoutBlanksAtEnd(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }

    private static let closing = Set("，。、；：？！）》〉」』】〕］｝”’…—～·％℃,.;:?!)]}%")
    private static let opening = Set("（《〈「『【〔［｛“‘([{￥$")
}
