/// How bank files write right and wrong.
enum JudgementWord {
    private static let right: Set<String> = [
        "√", "✓", "✔", "☑", "对", "正确", "是", "对的", "正确的", "T", "TRUE", "Y", "YES", "RIGHT", "V",
    ]
    private static let wrong: Set<String> = [
        "×", "✗", "✘", "✕", "✖", "╳", "☒", "X", "错", "错误", "否", "非", "错的", "错误的", "不对", "不正确", "F", "FALSE", "N", "NO",
        "WRONG",
    ]
    private static let marks: Set<Unicode.Scalar> = ["√", "✓", "✔", "☑", "×", "✗", "✘", "✕", "✖", "╳", "☒"]

    /// `nil` when the text is none of the known words.
    static func value(of text: some StringProtocol) -> Bool? {
        guard text.utf8.count <= 40 else { return nil }
        let word = Folded.text(text).uppercased().trimmingPunctuation
        return right.contains(word) ? true : wrong.contains(word) ? false : nil
    }

    /// √, × and their like, which mean nothing else wherever they stand.
    static func isMark(_ text: some StringProtocol) -> Bool {
        let word = Folded.text(text)
        return word.count == 1 && word.unicodeScalars.first.map(marks.contains) == true
    }

    static func isMark(_ scalar: Unicode.Scalar) -> Bool { marks.contains(scalar) }

    /// The truth for each option, when the options are exactly one right and one wrong word.
    static func values(of options: [String]) -> [Bool]? {
        guard options.count == 2 else { return nil }
        let values = options.compactMap { value(of: $0) }
        return values.count == 2 && values[0] != values[1] ? values : nil
    }
}

extension StringProtocol {
    /// Without a full stop or other mark at the end.
    var trimmingPunctuation: String {
        var text = self[...]
        while let last = text.last, ".。;；,，、!！".contains(last) { text = text.dropLast() }
        return String(text)
    }
}
