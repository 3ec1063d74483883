import AnswerKey
import ExamModel

/// GIFT as Moodle reads it. What GIFT has no place for stands in tags (comments) and in the general feedback.
enum GIFTExport {
    static func text(_ items: [DraftItem]) -> String {
        var text = ""
        var topic: Topic?
        for item in items {
            if item.topic != topic {
                text += "$CATEGORY: \(CategoryPath.text(item.topic))\n\n"
                topic = item.topic
            }
            text += question(item, isPart: false)
            for part in item.parts { text += question(part, isPart: true) }
        }
        return text
    }

    private static func question(_ item: DraftItem, isPart: Bool) -> String {
        let tags = ItemTags.of(item.type, item.difficulty, isPart: isPart).map { "[tag:\($0)]" }.joined(separator: " ")
        let answers = answers(item)
        let body = answers.map { " {\($0)}" } ?? ""
        // A description has no feedback of its own.
        return "// \(tags)\n[plain]\(escaped(item.stem))\(body)\n\n"
    }

    private static func answers(_ item: DraftItem) -> String? {
        let feedback = item.rationale.isEmpty ? "" : "####" + escaped(item.rationale)
        switch item.answer {
        case .parts: return nil
        case .judgement(let value): return (value ? "TRUE" : "FALSE") + feedback
        case .text(let text): return "####" + escaped(ModelAnswer.text(text, rationale: item.rationale))
        case .blanks(let texts): return "=" + escaped(texts.joined(separator: "；")) + feedback
        case .options(let right):
            let isSingle = item.type == .singleChoice
            let lines = item.options.indices.map { index in
                let mark = mark(
                    isRight: right.contains(index), isSingle: isSingle, count: right.count, of: item.options.count)
                return "\n\t" + mark + escaped(item.options[index])
            }
            return lines.joined() + "\n" + feedback
        }
    }

    /// Right options of a multiple choice share 100 per cent; a wrong one takes everything away.
    private static func mark(isRight: Bool, isSingle: Bool, count: Int, of options: Int) -> String {
        if isSingle { return isRight ? "=" : "~" }
        return isRight ? "~%\(share(of: count))%" : "~%-100%"
    }

    /// The shares that Moodle knows, with five decimals.
    static func share(of count: Int) -> String {
        switch count {
        case 1: return "100"
        case 2: return "50"
        case 4: return "25"
        case 5: return "20"
        case 10: return "10"
        case 20: return "5"
        default:
            let millionths = 10_000_000 / max(count, 1)
            let decimals = String(millionths % 100_000)
            return "\(millionths / 100_000)." + String(repeating: "0", count: 5 - decimals.count) + decimals
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\n": result += "\\n"
            case "~", "=", "#", "{", "}", ":", "\\": result += "\\" + String(character)
            default: result.append(character)
            }
        }
        return result
    }
}
