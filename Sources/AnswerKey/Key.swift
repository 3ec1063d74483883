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
    package enum Answer: Hashable, Sendable, Codable {
        /// The right options of a single-choice, multiple-choice or true-false item, ascending.
        case options([OptionID])
        /// The accepted text of each blank, in order.
        case blanks([String])
        /// The model answer of a short-answer item.
        case text(String)
    }
}
