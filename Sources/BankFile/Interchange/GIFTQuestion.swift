import ExamModel

/// One question of a GIFT file.
struct GIFTQuestion {
    struct Answer {
        var isRight = false
        /// Of the full marks; `nil` where none is written.
        var percent: Double?
        var text = ""
        var feedback = ""
    }

    private(set) var stem = ""
    /// `nil` without braces.
    private(set) var answers: [Answer]?
    private(set) var feedback = ""
    private(set) var isHTML = false
    private(set) var hasPartialCredit = false
    /// Several answers are right, each alone: `=甲 =乙 ~丙`.
    private(set) var isSeveral = false
    private var judgement: Bool?
    private var unsupported: String?
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    mutating func read() {
        var rest = text.trimmed[...]
        if rest.hasPrefix("::"), let end = rest.dropFirst(2).firstRange(of: "::") { rest = rest[end.upperBound...] }
        rest = rest.drop(while: \.isWhitespace)
        rest = takeFormat(rest)
        guard let open = Self.position(of: "{", in: rest) else {
            stem = Self.unescaped(rest)
            return
        }
        let inside = rest[rest.index(after: open)...]
        let close = Self.position(of: "}", in: inside) ?? inside.endIndex
        readAnswers(inside[..<close])
        let before = Self.unescaped(rest[..<open])
        let after = close < inside.endIndex ? Self.unescaped(inside[inside.index(after: close)...]) : ""
        // Answers in the middle of a sentence stand for a blank.
        stem = after.isEmpty ? before : before + "____" + after
    }

    /// Without the format that a text names before it: of the question, or of one answer that differs from it.
    private mutating func takeFormat(_ text: Substring) -> Substring {
        for format in ["[html]", "[moodle]", "[plain]", "[markdown]"] where text.hasPrefix(format) {
            isHTML = isHTML || format == "[html]" || (format == "[moodle]" && text.contains("<"))
            return text.dropFirst(format.count)
        }
        return text
    }

    private mutating func readAnswers(_ inside: Substring) {
        var inside = inside
        if let range = inside.firstRange(of: "####") {
            feedback = Self.unescaped(takeFormat(inside[range.upperBound...].drop(while: \.isWhitespace)))
            inside = inside[..<range.lowerBound]
        }
        answers = []
        let bare = inside.trimmed
        if bare.isEmpty { return }
        let word = bare.prefix { $0 != "#" }.trimmed.uppercased()
        if ["T", "TRUE", "F", "FALSE"].contains(word) {
            judgement = word.hasPrefix("T")
            return
        }
        if bare.hasPrefix("#") {
            unsupported = "数值题 numerical"
            return
        }
        var current: Answer?
        var (part, comment) = ("", "")
        var (isEscaped, isFeedback) = (false, false)
        func finish() {
            guard var answer = current else { return }
            answer.text = Self.unescaped(part[...])
            answer.feedback = Self.unescaped(comment[...])
            answers?.append(answer)
            (part, comment) = ("", "")
        }
        for character in inside {
            if isEscaped {
                if isFeedback { comment += "\\" + String(character) } else { part += "\\" + String(character) }
                isEscaped = false
                continue
            }
            switch character {
            case "\\": isEscaped = true
            case "=", "~":
                finish()
                current = Answer(isRight: character == "=")
                isFeedback = false
            case "#": isFeedback = true
            default: if isFeedback { comment.append(character) } else { part.append(character) }
            }
        }
        finish()
        readPercents()
        // What is said to the right answer is why it is right.
        if feedback.isEmpty, let right = answers?.first(where: { $0.isRight || $0.percent == 100 }) {
            feedback = Praise.removed(from: takeFormat(right.feedback[...]).trimmed)
        }
    }

    private mutating func readPercents() {
        guard let read = answers else { return }
        answers = read.map { answer in
            var answer = answer
            if let match = answer.text.prefixMatch(of: /%(-?\d+(?:\.\d+)?)%\s*/) {
                answer.percent = Double(match.1)
                answer.text = String(answer.text[match.range.upperBound...])
            }
            answer.text = takeFormat(answer.text[...]).trimmed
            return answer
        }
        if read.count > 1, read.allSatisfy({ $0.isRight && $0.text.contains("->") }) { unsupported = "匹配题 matching" }
    }

    /// Type, options and answers.
    mutating func fill(_ item: inout RawItem) {
        let answers = answers ?? []
        if let unsupported {
            item.defect = .unsupported(unsupported)
        } else if let judgement {
            item.type = .known(.trueFalse)
            item.answers = [judgement ? "正确" : "错误"]
        } else if answers.isEmpty {
            item.type = .known(.shortAnswer)
            readModelAnswer(&item)
        } else if answers.allSatisfy({ $0.isRight }) {
            item.type = .known(.fillIn)
            let accepted = answers.filter { ($0.percent ?? 100) >= 100 }
            hasPartialCredit = accepted.count < answers.count
            item.answers = [accepted.map(\.text).joined(separator: "|")]
            if ClozeGap.isPattern(accepted.map(\.text)) { item.defect = .unsupported("shortanswer *") }
        } else {
            choose(answers, &item)
        }
    }

    private mutating func choose(_ answers: [Answer], _ item: inout RawItem) {
        item.options = answers.enumerated().map { RawOption(index: $0.offset, text: $0.element.text) }
        let hasFull = answers.contains { $0.isRight && ($0.percent ?? 100) >= 100 || !$0.isRight && $0.percent == 100 }
        let right = answers.indices.filter { index in
            let percent = answers[index].percent ?? (answers[index].isRight ? 100 : 0)
            return hasFull ? percent >= 100 : percent > 0
        }
        hasPartialCredit = hasFull && answers.contains { ($0.percent ?? 0) > 0 && ($0.percent ?? 0) < 100 }
        isSeveral = hasFull && (2...26).contains(right.count) && answers.contains { !$0.isRight }
        item.type = .known(hasFull && right.count == 1 ? .singleChoice : .multipleChoice)
        let letters = right.map { Item.Option.letter(at: $0) }.joined()
        item.answers = letters.isEmpty ? [] : [letters]
    }

    /// Essays have no answer in GIFT; it stands in the general feedback, before the rationale.
    private mutating func readModelAnswer(_ item: inout RawItem) {
        let (answer, rationale) = ModelAnswer.split(item.rationale)
        item.answers = answer.isEmpty ? [] : [answer]
        item.rationale = rationale
    }

    /// The first `character` that no backslash stands before.
    private static func position(of character: Character, in text: Substring) -> String.Index? {
        var isEscaped = false
        for index in text.indices {
            if isEscaped {
                isEscaped = false
            } else if text[index] == "\\" {
                isEscaped = true
            } else if text[index] == character {
                return index
            }
        }
        return nil
    }

    private static func unescaped(_ text: Substring) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result.trimmed
    }
}
