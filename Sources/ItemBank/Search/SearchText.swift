import AnswerKey
import ExamModel

/// The words of an item as the search index holds them: every run of three characters, as a token of its own.
///
/// Chinese is written without blanks, and most of its words have two characters, which FTS5's own trigram tokenizer
/// cannot find. Here the end of each field is filled up with a mark, so that every character begins a token: one and two
/// characters are found as the beginning of a token, three and more as a phrase. Letters count without regard to case and
/// width; blanks and punctuation do not count.
struct SearchText {
    /// Ends a field. A character of the private use area, which FTS5 takes for a letter.
    private static let mark: Unicode.Scalar = "\u{e000}"

    private let fields: [[Unicode.Scalar]]

    init(_ texts: [String]) {
        fields = texts.map(Self.scalars)
    }

    /// Everything that an item may be looked for by.
    static func of(_ keyed: KeyedItem) -> SearchText {
        let parts = zip(keyed.item.parts, keyed.key.questions).flatMap { words(of: $0, $1) }
        return SearchText(words(of: keyed.item, keyed.key) + parts + [keyed.item.topic.description])
    }

    private static func words(of item: Item, _ key: Key) -> [String] {
        let answers: [String] =
            switch key.answer {
            case .blanks(let texts): texts
            case .text(let text): [text]
            case .options, .anyOf, .parts: []
            }
        return [item.stem] + item.optionTexts + answers + [key.rationale]
    }

    /// What an item asks, field by field, by its letters and digits alone: for telling items apart.
    static func asked(in item: Item) -> [String] {
        let parts = item.parts.flatMap { [$0.stem] + $0.optionTexts }
        return ([item.stem] + item.optionTexts + parts).map { text(scalars($0)[...]) }
    }

    /// The tokens of all fields, divided by blanks.
    var tokens: String {
        // Each character stands in three tokens, and takes four bytes at most.
        let capacity = fields.reduce(0) { $0 + $1.count * 13 }
        return String(unsafeUninitializedCapacity: capacity) { bytes in
            var count = 0
            for field in fields {
                for index in field.indices {
                    if count > 0 {
                        bytes[count] = UInt8(ascii: " ")
                        count += 1
                    }
                    for offset in index..<index + 3 {
                        for byte in UTF8.encode(offset < field.count ? field[offset] : Self.mark) ?? .init() {
                            bytes[count] = byte
                            count += 1
                        }
                    }
                }
            }
            return count
        }
    }

    /// What finds items with `word` in one of their fields; nil when the word has no letters.
    static func match(_ word: String) -> String? {
        let letters = scalars(word)
        guard !letters.isEmpty else { return nil }
        guard letters.count >= 3 else { return "\"" + text(letters[...]) + "\" *" }
        let tokens = (0...letters.count - 3).map { text(letters[$0..<$0 + 3]) }
        return "\"" + tokens.joined(separator: " ") + "\""
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The letters and digits of a text in one width and case.
    private static func scalars(_ text: String) -> [Unicode.Scalar] {
        var letters: [Unicode.Scalar] = []
        for scalar in NormalText.of(text).unicodeScalars {
            switch scalar.value {
            case 0x41...0x5a: letters.append(Unicode.Scalar(scalar.value + 32) ?? scalar)
            case 0x61...0x7a, 0x30...0x39, 0x4e00...0x9fff: letters.append(scalar)
            case 0..<0x80, 0x3000...0x303f: continue
            default: if isLetter(scalar) { letters += scalar.properties.lowercaseMapping.unicodeScalars }
            }
        }
        return letters
    }

    /// What FTS5's unicode61 takes for part of a token: letters, numbers and private use.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}

extension Item {
    /// The texts of its options; none where they are always the same.
    var optionTexts: [String] { type == .trueFalse ? [] : options.map(\.text) }
}
