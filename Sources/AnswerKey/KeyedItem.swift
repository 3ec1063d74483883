package import ExamModel

/// An item together with its key: what a bank file holds and the bank keeps.
package struct KeyedItem: Hashable, Sendable {
    package let item: Item
    package let key: Key

    package init(item: Item, key: Key) {
        self.item = item
        self.key = key
    }
}
