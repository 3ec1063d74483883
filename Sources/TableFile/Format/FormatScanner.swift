/// Cuts a format code into tokens.
struct FormatScanner {
    enum Step {
        case token(FormatToken)
        case section
        /// A colour, a locale, a width: no effect on the text.
        case nothing
    }

    private var rest: Substring

    init(_ code: String) {
        rest = code[...]
    }

    mutating func next() -> Step? {
        for (word, token) in Self.words where rest.lowercased().hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            return .token(token)
        }
        guard let character = rest.popFirst() else { return nil }
        switch character {
        case ";": return .section
        case "\"": return .token(.literal(take { $0 != "\"" }))
        case "\\": return .token(.literal(rest.popFirst().map { String($0) } ?? ""))
        case "_":
            rest = rest.dropFirst()
            return .token(.literal(" "))
        case "*":
            rest = rest.dropFirst()
            return .nothing
        case "[": return bracket()
        case "0", "#", "?": return .token(.digit(character))
        case ".": return .token(.point)
        case ",": return .token(.comma)
        case "%": return .token(.percent)
        case "@": return .token(.general)
        case "E", "e":
            guard let sign = rest.first, sign == "+" || sign == "-" else { return .token(.date("y", 4)) }
            rest = rest.dropFirst()
            return .token(.exponent(plus: sign == "+"))
        case "/" where rest.first.map { "?#0123456789".contains($0) } == true: return .token(.unknown)
        default: return .token(dateOrLiteral(character))
        }
    }

    private static let words: [(String, FormatToken)] = [
        ("general", .general), ("g/通用格式", .general), ("am/pm", .halfDay("AM", "PM")), ("a/p", .halfDay("A", "P")),
        ("上午/下午", .halfDay("上午", "下午")),
    ]

    private mutating func dateOrLiteral(_ character: Character) -> FormatToken {
        let unit = Character(character.lowercased())
        guard "ymdhsa".contains(unit) else { return .literal(String(character)) }
        var count = 1
        while let next = rest.first, Character(next.lowercased()) == unit {
            rest = rest.dropFirst()
            count += 1
        }
        return .date(unit, count)
    }

    private mutating func bracket() -> Step {
        let content = take { $0 != "]" }
        if content.hasPrefix("$") {
            let symbol = content.dropFirst().prefix { $0 != "-" }
            return symbol.isEmpty ? .nothing : .token(.literal(String(symbol)))
        }
        if let unit = content.lowercased().first, "hms".contains(unit), Set(content.lowercased()).count == 1 {
            return .token(.elapsed(unit))
        }
        return "<>=".contains(content.first ?? " ") ? .token(.unknown) : .nothing
    }

    /// Up to the character that ends the run, which is dropped.
    private mutating func take(while belongs: (Character) -> Bool) -> String {
        let taken = rest.prefix(while: belongs)
        rest = rest.dropFirst(taken.count + 1)
        return String(taken)
    }
}
