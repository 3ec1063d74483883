/// What a candidate answers by itself: an item, or a sub-item of a case with the case's material.
package struct Question: Hashable, Sendable, Identifiable {
    package let item: Item
    /// The shared material (材料); nil for an item of its own.
    package let material: String?

    package init(item: Item, material: String?) {
        self.item = item
        self.material = material
    }

    package var id: ItemID { item.id }
}
