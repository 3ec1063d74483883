package import ExamModel

/// What is right for one item (答案), and why (解析). A vault of its own: never on an exam site's disk or wire.
package struct Key: Hashable, Sendable, Codable {
    package let item: ItemID
    /// Counts from 1. A corrected key is a new version; the item keeps its own.
    package let version: Int
    package let answer: Answer
    /// Why (解析): law and article. Empty when the bank gives none.
    package let rationale: String

    package init(item: ItemID, version: Int = 1, answer: Answer, rationale: String) {
        self.item = item
        self.version = version
        self.answer = answer
        self.rationale = rationale
    }
}

extension Key {
    /// The keys of what is answered by itself: those of a case's sub-items, otherwise this one.
    package var questions: [Key] {
        if case .parts(let parts) = answer { parts } else { [self] }
    }
}

extension Key {
    package enum Answer: Hashable, Sendable, Codable {
        /// The right options of a single-choice, multiple-choice or true-false item, ascending.
        case options([OptionID])
        /// Several sets of options, each as good as the others: a key to which a right answer was added on appeal.
        case anyOf([[OptionID]])
        /// What each blank accepts, in order: texts divided by `|`.
        case blanks([String])
        /// The model answer of a short-answer item.
        case text(String)
        /// The keys of a case's sub-items, in order.
        case parts([Key])
    }
}
