/// An item (试题) as a candidate may see it. What is right, and why, is elsewhere: in the key.
package struct Item: Hashable, Sendable, Codable, Identifiable {
    package let id: ItemID
    /// Counts from 1; a changed text is a new version, a changed key is not.
    package let version: Int
    package let type: ItemType
    package let stem: String
    /// In the order of the bank. ``Option/judgement`` for true-false; empty for items answered in words.
    package let options: [Option]
    package let topic: Topic
    package let difficulty: Difficulty

    package init(
        id: ItemID, version: Int = 1, type: ItemType, stem: String, options: [Option], topic: Topic,
        difficulty: Difficulty
    ) {
        self.id = id
        self.version = version
        self.type = type
        self.stem = stem
        self.options = options
        self.topic = topic
        self.difficulty = difficulty
    }
}
