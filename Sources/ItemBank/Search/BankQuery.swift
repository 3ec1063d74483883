package import ExamModel

/// What somebody looks for in the bank. Every condition must hold.
package struct BankQuery: Hashable, Sendable {
    /// Each stands somewhere in the item: in stem, options, answer, rationale or topic.
    package var words: [String]
    package var types: [ItemType]
    package var states: [ItemState]
    package var difficulties: [Difficulty]
    /// The topic or one above it.
    package var topic: Topic?
    /// A part of the source's name.
    package var source: String?
    /// The most items that are given back; nil gives all.
    package var limit: Int?

    package init(
        words: [String] = [], types: [ItemType] = [], states: [ItemState] = [], difficulties: [Difficulty] = [],
        topic: Topic? = nil, source: String? = nil, limit: Int? = nil
    ) {
        self.words = words
        self.types = types
        self.states = states
        self.difficulties = difficulties
        self.topic = topic
        self.source = source
        self.limit = limit
    }
}
