/// How the items of a file are to be taken in.
package struct ImportOrder: Sendable {
    /// Who imports, when, and why.
    package let note: ChangeNote
    /// What becomes of new items. Nil: approved, or draft where the bank asks for review.
    package let state: ItemState?
    /// The file, or who published it.
    package let source: String
    /// Takes over the file's topic, difficulty, rationale and spelling where the bank holds the item with the same key.
    package let updates: Bool
    /// Only says what would happen; the bank stays as it is.
    package let isDryRun: Bool
    /// Takes the sound items of a file even where others are refused.
    package let acceptsPartial: Bool
    /// Looks for items that are nearly the same as new ones, from this similarity on, in thousandths; nil does not.
    package let similarity: Int?

    package init(
        _ note: ChangeNote, as state: ItemState? = nil, source: String = "", updates: Bool = false,
        isDryRun: Bool = false, acceptsPartial: Bool = true,
        similarity: Int? = nil
    ) {
        self.note = note
        self.state = state
        self.source = source
        self.updates = updates
        self.isDryRun = isDryRun
        self.acceptsPartial = acceptsPartial
        self.similarity = similarity
    }
}
