/// A line of exam text, or a part of one that begins with a label.
struct ExamLine: Hashable, Sendable {
    /// The physical line, from 1.
    let number: Int
    /// Without white space at the ends.
    let text: [Character]
    /// `text` in half width, character by character.
    let half: [Character]

    init(number: Int, text: some Sequence<Character>) {
        self.number = number
        var text = Array(text)
        while text.last?.isWhitespace == true { text.removeLast() }
        self.text = Array(text.drop(while: \.isWhitespace))
        half = self.text.map(Folded.half)
    }

    var isBlank: Bool { text.isEmpty }

    var string: String { String(text) }

    /// What follows the first `count` characters.
    func dropping(_ count: Int) -> ExamLine {
        ExamLine(number: number, text: text.dropFirst(count))
    }
}
