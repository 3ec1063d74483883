/// What systems say to a right answer without a reason: 对, 回答正确！
enum Praise {
    private static let words: Set<String> = [
        "对了", "答对了", "回答正确", "选择正确", "很好", "恭喜", "恭喜你", "correct", "good", "welldone",
    ]

    /// Empty when there is nothing but praise.
    static func removed(from feedback: String) -> String {
        let word = Folded.text(feedback).lowercased().trimmingPunctuation
        return JudgementWord.value(of: word) != nil || words.contains(word) ? "" : feedback
    }
}
