import ExamModel

/// Which options an answer names: by letters (`ABD`, `A、B`), or by the full text of one option.
struct ChoiceAnswer {
    /// Positions among the options, ascending.
    let indices: [Int]
    /// A letter stood twice.
    let hasRepeats: Bool

    /// `nil` when the answer names something that is no filled option.
    init?(_ text: String, options: [RawOption]) {
        // Most answers are one letter, and most options stand in their order.
        if text.utf8.count == 1, let letter = Self.letters(text)?.first, options.indices.contains(letter),
            options[letter].index == letter, !options[letter].isBlank
        {
            (indices, hasRepeats) = ([letter], false)
            return
        }
        let readings = [
            { Self.letters(text) }, { Self.letter(beforeItsText: text, options) }, { Self.matching(text, options) },
            { Self.several(text, options) },
        ]
        for named in readings.lazy.compactMap({ $0() }) {
            let indices = Set(named).sorted()
            let positions = indices.compactMap { index in
                options.firstIndex { $0.index == index && !$0.isBlank }
            }
            guard positions.count == indices.count else { continue }
            self.indices = positions
            hasRepeats = indices.count < named.count
            return
        }
        return nil
    }

    /// The letters of an answer that holds nothing else but separators; `nil` otherwise.
    static func letters(_ text: some StringProtocol) -> [Int]? {
        if let byte = text.utf8.first, text.utf8.count == 1 {
            let letter = Int(byte & 0xDF) - 65
            return byte > 64 && (0..<26).contains(letter) ? [letter] : nil
        }
        var folded = Folded.text(text).uppercased().trimmingPunctuation[...]
        // 选A, 应选BC, B项, A、C项
        for word in ["应选", "故选", "选"] where folded.hasPrefix(word) { folded = folded.dropFirst(word.count) }
        if folded.hasSuffix("项") { folded = folded.dropLast() }
        var letters: [Int] = []
        for character in folded {
            if let value = character.asciiValue, (65...90).contains(value) {
                letters.append(Int(value) - 65)
            } else if !"、,，;；.|/和及()[]【】\"'".contains(character) {
                return nil
            }
        }
        return letters.isEmpty ? nil : letters
    }

    /// `B. 一个月`, if option B says so.
    private static func letter(beforeItsText text: String, _ options: [RawOption]) -> [Int]? {
        let folded = Folded.text(text)
        guard let option = OptionMarker(at: 0, in: Folded.half(folded.unicodeScalars)),
            let stated = options.first(where: { $0.index == option.index }),
            Folded.text(stated.text) == String(folded.dropFirst(option.end))
        else { return nil }
        return [option.index]
    }

    /// `A-报酬|B-期限`, `报酬；期限`: several options by their texts, with their letters or without.
    private static func several(_ text: String, _ options: [RawOption]) -> [Int]? {
        let parts = text.split { "|｜;；\n".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
        guard parts.count > 1 else { return nil }
        let named = parts.compactMap { part -> [Int]? in
            if let found = letter(beforeItsText: part, options) ?? matching(part, options) { return found }
            guard let mark = part.prefixMatch(of: /([A-Za-z])\s*[-—:：]\s*/),
                let found = matching(String(part[mark.range.upperBound...]), options)
            else { return nil }
            return letters(mark.1) == found ? found : nil
        }
        return named.count == parts.count ? named.flatMap(\.self) : nil
    }

    private static func matching(_ text: String, _ options: [RawOption]) -> [Int]? {
        let folded = Folded.text(text)
        let matches = options.filter { Folded.text($0.text) == folded }
        return matches.count == 1 ? matches.map(\.index) : nil
    }
}
