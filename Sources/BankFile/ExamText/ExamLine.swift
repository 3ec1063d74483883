/// A line of exam text, or a part of one that begins with a label.
struct ExamLine: Hashable, Sendable {
    /// The physical line, from 1.
    let number: Int
    /// Without white space at the ends.
    let text: [Unicode.Scalar]
    /// `text` in half width, scalar by scalar; the same array where nothing is to be folded.
    let half: [Unicode.Scalar]

    init(number: Int, text: some Collection<Unicode.Scalar>) {
        self.number = number
        let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
        var text = Array(text[start...])
        while text.last?.isWhitespace == true { text.removeLast() }
        self.text = text
        half = text.contains { Folded.half($0) != $0 } ? Folded.half(text) : text
    }

    init(number: Int, text: some StringProtocol) {
        self.init(number: number, text: text.unicodeScalars)
    }

    /// `head` stands before the rest of a line.
    init(number: Int, _ head: String, _ rest: some Collection<Unicode.Scalar>) {
        self.init(number: number, text: Array(head.unicodeScalars) + rest)
    }

    var isBlank: Bool { text.isEmpty }

    var string: String { String(text) }

    /// What follows the first `count` characters.
    func dropping(_ count: Int) -> ExamLine {
        ExamLine(number: number, text: text.dropFirst(count))
    }
}
