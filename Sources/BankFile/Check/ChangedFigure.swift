/// What spreadsheet programs make of figures that they take for something else: 3-5 becomes 3月5日, 5-Mar or 2024/3/5, a
/// long number 1.2E+15.
enum ChangedFigure {
    /// The first option that was probably changed; `nil` for nearly every item. A date counts beside figures like 1-2.
    static func first(in options: [RawOption]) -> String? {
        var isRange: Bool?
        for option in options {
            let text = option.text.utf8
            guard (4...16).contains(text.count), let last = text.last else { continue }
            if isScientific(text) { return option.text }
            // Dates end in a figure, in 日 or in the name of a month.
            guard isFigure(last) || last == 0xA5 || isLetter(last), isDate(option.text) else { continue }
            isRange = isRange ?? options.contains { Self.isRange($0.text.utf8) }
            if isRange == true { return option.text }
        }
        return nil
    }

    private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    /// `1E+15`, `1.25E+15`.
    private static func isScientific(_ text: String.UTF8View) -> Bool {
        guard let plus = text.firstIndex(of: UInt8(ascii: "+")), plus != text.startIndex,
            text[text.index(before: plus)] == UInt8(ascii: "E")
        else { return false }
        let (mantissa, power) = (text[..<plus].dropLast(), text[plus...].dropFirst())
        return power.count >= 2 && power.allSatisfy(isFigure) && mantissa.first.map(isFigure) == true
            && mantissa.allSatisfy { isFigure($0) || $0 == UInt8(ascii: ".") }
    }

    /// `1-2`, `7/9`: one or two figures on each side.
    private static func isRange(_ text: String.UTF8View) -> Bool {
        guard text.count <= 5 else { return false }
        let sides = text.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
        return sides.count == 2 && sides.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(isFigure) }
    }

    /// `3月5日`, `5-Mar`, `Mar-05`, `2024/3/5`, `2024-03-05`.
    private static func isDate(_ text: String) -> Bool {
        if text.hasSuffix("日") {
            let sides = text.dropLast().split(separator: "月", omittingEmptySubsequences: false)
            return sides.count == 2
                && sides.allSatisfy { (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(isFigure) }
        }
        let sides = text.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/")
        }
        if sides.count == 3 { return sides[0].count == 4 && sides.allSatisfy { $0.allSatisfy(isFigure) } }
        guard sides.count == 2 else { return false }
        let figures = sides.first { $0.allSatisfy(isFigure) }
        let name = sides.first { $0.count == 3 && $0.allSatisfy(isLetter) }
        return figures.map { (1...2).contains($0.count) } == true && name != nil
    }
}
