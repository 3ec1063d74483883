package import ExamModel

/// An item with its answer as a bank file states it, checked but not yet in a bank: it has no ids.
package struct DraftItem: Hashable, Sendable {
    package let type: ItemType
    /// With an empty bracket （） where an answer stood in it.
    package let stem: String
    /// Texts of the options in file order; empty for true-false and for items answered in words.
    package let options: [String]
    package let answer: Answer
    /// 解析; empty when there is none.
    package let rationale: String
    package let topic: Topic
    package let difficulty: Difficulty
    /// Sub-items of a case (案例), whose shared material is the stem; empty for every other type.
    package let parts: [DraftItem]

    package init(
        type: ItemType, stem: String, options: [String], answer: Answer, rationale: String = "",
        topic: Topic = Topic(text: ""), difficulty: Difficulty = .medium, parts: [DraftItem] = []
    ) {
        self.type = type
        self.stem = stem
        self.options = options
        self.answer = answer
        self.rationale = rationale
        self.topic = topic
        self.difficulty = difficulty
        self.parts = parts
    }
}

extension DraftItem {
    package enum Answer: Hashable, Sendable {
        /// Indices into `options`, ascending.
        case options([Int])
        case judgement(Bool)
        case blanks([String])
        case text(String)
        /// A case is answered by its parts.
        case parts
    }
}
