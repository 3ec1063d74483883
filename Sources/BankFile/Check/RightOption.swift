import ExamModel

/// Options that say themselves that they are right: `B、用工之日（√）`, `B.用工之日(正确答案)`, or the answer behind the last one.
enum RightOption {
    /// The options without what marks them, and the letters of the right ones. `nil` when none is marked.
    static func taken(from options: [RawOption]) -> (options: [RawOption], letters: String)? {
        guard options.count >= 2, options.contains(where: { mayBeMarked($0.text) }) else { return nil }
        return marked(options) ?? behindLast(options)
    }

    private static func mayBeMarked(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last else { return false }
        return ")）]】".contains(last) || JudgementWord.isMark(last)
    }

    private static func marked(_ options: [RawOption]) -> (options: [RawOption], letters: String)? {
        let read = options.map { mark(at: $0.text) }
        let right = read.indices.filter { read[$0]?.isRight == true }
        // Wrong ones are marked too, or none of them.
        let marks = read.count { $0 != nil }
        guard !right.isEmpty, marks == right.count || marks == options.count else { return nil }
        let bare = zip(options, read).map { RawOption(index: $0.index, text: $1?.rest ?? $0.text) }
        return (bare, right.map { Item.Option.letter(at: options[$0].index) }.joined())
    }

    /// `（√）`, `√`, `(正确答案)`, `×` at the end of a text that is more than that.
    private static func mark(at text: String) -> (rest: String, isRight: Bool)? {
        guard
            let match = text.firstMatch(
                of: /\s*(?:[(（\[【]\s*(正确答案|正确选项|正确|答案|错误|[√✓✔☑×✗✘])\s*[)）\]】]|([√✓✔☑]))[。．.；;]?$/)
        else { return nil }
        let rest = String(text[..<match.range.lowerBound])
        guard !rest.isBlank, JudgementWord.value(of: rest) == nil else { return nil }
        let word = String(match.1 ?? match.2 ?? "")
        return (rest, !["错误", "×", "✗", "✘"].contains(word))
    }

    /// `D.转正之日【B】`, or `D.转正之日　（B）` after white space: letters of options that there are.
    private static func behindLast(_ options: [RawOption]) -> (options: [RawOption], letters: String)? {
        guard let last = options.last,
            let match = last.text.firstMatch(of: /(?:\s*[\[【]|\s{2,}[(（]|\t[(（])\s*([A-Za-zＡ-Ｚ、,，\s]{1,20})[\]】)）]$/),
            let letters = ChoiceAnswer.letters(match.1),
            letters.allSatisfy({ letter in options.contains { $0.index == letter } })
        else { return nil }
        let rest = String(last.text[..<match.range.lowerBound])
        guard !rest.isBlank else { return nil }
        return (options.dropLast() + [RawOption(index: last.index, text: rest)], String(match.1))
    }
}
