package import ExamModel

/// One answer sheet as it reached the office: read, or why it could not be.
package struct ReceivedSheet: Hashable, Sendable {
    /// Where it came from, in words that a person finds it by: a file, an entry of a package.
    package let source: String
    package let content: Result<AnswerSheet, Refusal>

    package init(source: String, content: Result<AnswerSheet, Refusal>) {
        self.source = source
        self.content = content
    }
}
