/// What one exam teaches the bank about an item: how often it was seen, and how it did. The bank keeps one an item, its
/// version and an exam; a further report on the same exam replaces it.
package struct ItemUse: Hashable, Sendable, Codable {
    package let item: ItemReference
    package let exam: ExamID
    /// How many candidates had it before them (曝光).
    package let exposures: Int
    /// The share of full marks earned, 0 to 1, over all forms that held the item.
    package let facility: Double
    /// Correlation with the rest of the paper; nil when there is none to speak of. Of several forms the mean, weighted
    /// by their sheets.
    package let itemRest: Double?
    package let flags: [ItemFlag]

    package init(
        item: ItemReference, exam: ExamID, exposures: Int, facility: Double, itemRest: Double?, flags: [ItemFlag]
    ) {
        self.item = item
        self.exam = exam
        self.exposures = exposures
        self.facility = facility
        self.itemRest = itemRest
        self.flags = flags
    }
}
