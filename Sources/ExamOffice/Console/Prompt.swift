import ExamModel
import Foundation

/// Questions to a person at a terminal, one line each.
struct Prompt {
    private let console: Console

    init(_ console: Console) {
        self.console = console
    }

    /// The answer without blanks around it; nil at the end of the input.
    func ask(_ question: Bilingual) -> String? {
        console.ask(question)
        return readLine().map(\.trimmed)
    }

    /// Whether the answer is anything but q.
    func confirm(_ question: Bilingual) -> Bool {
        guard let answer = ask(question) else { return false }
        return answer.lowercased() != "q"
    }
}
