import ExamModel

/// A typed line as the inputs it stands for; nil when it means nothing here.
enum PlainCommand {
    static func inputs(_ line: String, in stage: Stage) -> [Input]? {
        let words = line.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        switch stage {
        case .connecting, .loggingIn: return []
        case .enrolling: return words.count == 1 ? words[0].map(Input.character) + [.enter] : nil
        case .login: return login(line.split(whereSeparator: \.isWhitespace).map(String.init))
        case .confirming: return words == ["y"] ? [.enter] : words == ["n"] ? [.escape] : nil
        case .readingRules: return [.enter]
        case .waiting(_, .invigilator): return words == ["n"] ? [.escape] : nil
        case .waiting: return []
        case .receipt: return [.handIn]
        case .answering(let answering)
        where answering.takesWords && answering.panel == .item && line.trimmed.hasPrefix("="):
            return write(line.trimmed.dropFirst(), answering)
        case .answering(let answering): return answer(words, answering)
        }
    }

    private static func login(_ words: [String]) -> [Input]? {
        guard words.count == 2, words[1].count == LoginForm.identityDigits else { return nil }
        return [.field(0)] + words[0].map(Input.character) + [.field(1)] + words[1].map(Input.character)
            + [.enter]
    }

    private static func answer(_ words: [String], _ answering: Answering) -> [Input]? {
        if case .handIn = answering.panel { return words == ["yes"] ? [.right, .enter] : [.escape] }
        guard let first = words.first else { return [] }
        if words.count == 2, first == "g", let number = Int(words[1]), answering.items.indices.contains(number - 1) {
            return [.item(number - 1)]
        }
        guard words.count == 1 else { return nil }
        switch first {
        case "n": return [.right]
        case "p": return [.left]
        case "m": return [.flag]
        case "u": return [.nextOpen]
        case "x": return answering.takesWords ? answering.texts.indices.map { .text($0, "") } : [.backspace]
        case "s": return [.handIn]
        default: return options(first, answering)
        }
    }

    /// `= text` for the first blank, `=2 text` for the second.
    private static func write(_ line: Substring, _ answering: Answering) -> [Input]? {
        let digits = answering.texts.count > 1 ? line.prefix { $0.isASCII && $0.isNumber } : ""
        guard !digits.isEmpty else { return [.text(0, line.trimmed)] }
        guard let number = Int(digits), answering.texts.indices.contains(number - 1) else { return nil }
        return [.text(number - 1, line.dropFirst(digits.count).trimmed)]
    }

    private static func options(_ letters: String, _ answering: Answering) -> [Input]? {
        let known = answering.item.options.indices.map { Item.Option.letter(at: $0).lowercased() }
        let indices = letters.compactMap { known.firstIndex(of: String($0)) }
        guard indices.count == 1 || answering.item.type == .multipleChoice else { return nil }
        return indices.count == letters.count ? indices.map(Input.option) : nil
    }
}
