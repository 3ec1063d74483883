import ExamModel

/// Answers that stand in brackets of a stem: `自（A）起`, `……。（√）`.
struct StemBrackets {
    enum Taken {
        case nothing
        /// The stem with its bracket emptied, and what stood in it.
        case taken(stem: String, answer: String)
        /// Several brackets hold different letters.
        case ambiguous
        /// The bracket holds this, the stated answer something else.
        case conflicting(String)
    }

    private struct Bracket {
        let content: Range<Int>
        let answer: String
        /// Compared with stated answers.
        let key: String
    }

    private let scalars: [Unicode.Scalar]
    private let answers: [Bracket]
    private let hasEmptyBracket: Bool
    /// Where the stem's last mark stands, if it ends with one; a bracket there is not in the middle of a sentence.
    private let end: Int

    /// - Parameter judgementLetters: what letters mean for an item that is judged, where a heading says so.
    init(stem: String, optionCount: Int, isJudged: Bool, judgementLetters: [Character: Bool] = [:]) {
        scalars = Array(stem.unicodeScalars)
        let half = Folded.half(scalars)
        var answers: [Bracket] = []
        var isEmptyFound = false
        end = half.lastIndex { !$0.isWhitespace && !".。;；!！".contains($0) } ?? 0
        for content in Self.contents(of: half) {
            let text = String(half[content])
            if text.isBlank { isEmptyFound = true }
            let isAtEnd = content.upperBound >= end || content.lowerBound == 1
            let word = text.trimmed.uppercased()
            let named = isJudged && isAtEnd && word.count == 1 ? word.first.flatMap { judgementLetters[$0] } : nil
            if let key = named.map({ String($0) })
                ?? Self.key(of: text, optionCount: optionCount, isJudged: isJudged, isAtEnd: isAtEnd)
            {
                answers.append(Bracket(content: content, answer: text.trimmed, key: key))
            }
        }
        self.answers = answers
        hasEmptyBracket = isEmptyFound
    }

    /// Whether some bracket is filled. Most stems have none or an empty one, which is told quickly.
    static func mayAnswer(_ stem: String) -> Bool {
        var (isOpen, isFilled) = (false, false)
        for scalar in stem.unicodeScalars {
            switch scalar {
            case "(", "[", "（", "［", "【", "〔": (isOpen, isFilled) = (true, false)
            case ")", "]", "）", "］", "】", "〕":
                if isOpen, isFilled { return true }
                isOpen = false
            default: if isOpen, !isFilled { isFilled = !scalar.isBlank }
            }
        }
        return false
    }

    /// Ranges between brackets that hold no further bracket.
    private static func contents(of half: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        for index in half.indices {
            if half[index] == "(" || half[index] == "[" { start = index + 1 }
            if half[index] == ")" || half[index] == "]", let opened = start {
                ranges.append(opened..<index)
                start = nil
            }
        }
        return ranges
    }

    /// `nil` when the content cannot be an answer.
    private static func key(of text: String, optionCount: Int, isJudged: Bool, isAtEnd: Bool) -> String? {
        guard text.count <= 60 else { return nil }
        if isJudged, isAtEnd || JudgementWord.isMark(text), let value = JudgementWord.value(of: text) {
            return String(value)
        }
        guard optionCount > 0, let letters = ChoiceAnswer.letters(text), letters.allSatisfy({ $0 < optionCount }),
            !isJudged || isAtEnd
        else { return nil }
        return Self.key(ofLetters: letters)
    }

    private static func key(ofLetters letters: [Int]) -> String {
        Set(letters).sorted().map { Item.Option.letter(at: $0) }.joined()
    }

    /// `stated` are the answers given outside the stem. A bracket that differs from them is part of the wording as long
    /// as the stem has another, empty bracket.
    func take(stated: [String]) -> Taken {
        guard let first = answers.first else { return .nothing }
        if stated.isEmpty {
            if hasEmptyBracket, answers.count == 1, isBehindSentence(first) {
                return .taken(stem: String(scalars[..<(first.content.lowerBound - 1)]).trimmed, answer: first.answer)
            }
            guard !hasEmptyBracket, answers.allSatisfy({ $0.key == first.key }) else { return .ambiguous }
            return .taken(stem: emptied(answers), answer: first.answer)
        }
        let keys = Set(stated.map { ChoiceAnswer.letters($0).map(Self.key(ofLetters:)) ?? "" })
            .union(stated.compactMap { JudgementWord.value(of: $0).map { String($0) } })
        let matching = answers.filter { keys.contains($0.key) }
        if !matching.isEmpty { return .taken(stem: emptied(matching), answer: matching[0].answer) }
        return hasEmptyBracket ? .nothing : .conflicting(first.answer)
    }

    /// `自（ ）起……。 （B）`: at the very end, after white space or the end of a sentence.
    private func isBehindSentence(_ bracket: Bracket) -> Bool {
        let start = bracket.content.lowerBound - 2
        return bracket.content.upperBound >= end && start > 0
            && (scalars[start].isWhitespace || "。.?？".contains(scalars[start]))
    }

    private func emptied(_ brackets: [Bracket]) -> String {
        var result = scalars
        for bracket in brackets.reversed() {
            let outer = (bracket.content.lowerBound - 1)..<(bracket.content.upperBound + 1)
            result.replaceSubrange(outer, with: "（）".unicodeScalars)
        }
        return String(result)
    }
}
