/// What a candidate chose for one item (作答结果): option ids, never letters.
package struct Response: Hashable, Sendable, Codable {
    package let item: ItemID
    /// Sorted by id; never empty on an answer sheet.
    package let options: [OptionID]

    package init(item: ItemID, options: [OptionID]) {
        self.item = item
        self.options = options.sorted()
    }
}
