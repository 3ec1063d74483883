/// An item (试题) as a candidate may see it. What is right, and why, is elsewhere: in the key.
package struct Item: Hashable, Sendable, Identifiable {
    package let id: ItemID
    /// Counts from 1; a changed text is a new version, a changed key is not.
    package let version: Int
    package let type: ItemType
    /// The shared material (材料) of a case.
    package let stem: String
    /// In the order of the bank. ``Option/judgement`` for true-false; empty for items answered in words.
    package let options: [Option]
    /// How many blanks a fill-in item has; 0 for every other type.
    package let blanks: Int
    /// The sub-items (小题) of a case, none of them a case; empty for every other type.
    package let parts: [Item]
    package let topic: Topic
    package let difficulty: Difficulty

    package init(
        id: ItemID, version: Int = 1, type: ItemType, stem: String, options: [Option], blanks: Int = 0,
        parts: [Item] = [], topic: Topic, difficulty: Difficulty
    ) {
        self.id = id
        self.version = version
        self.type = type
        self.stem = stem
        self.options = options
        self.blanks = blanks
        self.parts = parts
        self.topic = topic
        self.difficulty = difficulty
    }

    /// What is answered and marked by itself: the sub-items of a case, otherwise the item.
    package var questions: [Item] { parts.isEmpty ? [self] : parts }

    /// The same item with its options, or its sub-items, in another order.
    package func with(options: [Option]? = nil, parts: [Item]? = nil) -> Item {
        Item(
            id: id, version: version, type: type, stem: stem, options: options ?? self.options, blanks: blanks,
            parts: parts ?? self.parts, topic: topic, difficulty: difficulty)
    }
}

extension ItemID {
    /// The id of the sub-item at `index` of a case: `Q0123456789abcdef.1` for the first.
    package func part(at index: Int) -> ItemID {
        ItemID("\(text).\(index + 1)")
    }
}
