package import ExamModel

/// One change to a key after the exam (更正), decided on an appeal. The item is never touched, nor is any answer.
package struct KeyCorrection: Hashable, Sendable, Codable {
    package enum Change: Hashable, Sendable, Codable {
        /// The key was wrong: this one takes its place.
        case replace(Key.Answer)
        /// The key was right, but this answer is right too.
        case accept(Key.Answer)
        /// The item counts no more (作废).
        case void(VoidedItems)
    }

    /// An item, or a sub-item of a case.
    package let item: ItemID
    package let change: Change
    /// Why, for everybody to read: the appeal, the article.
    package let reason: String

    package init(item: ItemID, change: Change, reason: String) {
        self.item = item
        self.change = change
        self.reason = reason
    }
}
