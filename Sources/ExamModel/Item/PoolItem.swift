/// An item that may go on papers, with what the bank knows of it: what assembly chooses from. It tells no key.
package struct PoolItem: Hashable, Sendable, Identifiable {
    package let item: Item
    /// The articles of law that the rationale cites, such as `劳动合同法第十九条`, in their order and each once.
    package let articles: [String]
    /// Where the item came from, in the bank's words: a file, or who published it. Empty when that is not known.
    package let source: String
    /// Items that may not stand on the same form (互斥题).
    package let enemies: Set<ItemID>
    /// Past exams with this item, oldest first.
    package let uses: [PastUse]
    /// Thousandths, pooled over past exams by their candidates; nil when it was never tried.
    package let p: Int?
    /// Thousandths, pooled likewise; nil when it is not known.
    package let discrimination: Int?
    /// Set by hand: whether the options may be put in another order. Nil leaves it to what the text says.
    package let mayShuffle: Bool?

    package init(
        item: Item, articles: [String] = [], source: String = "", enemies: Set<ItemID> = [], uses: [PastUse] = [],
        p: Int? = nil, discrimination: Int? = nil, mayShuffle: Bool? = nil
    ) {
        self.item = item
        self.articles = articles
        self.source = source
        self.enemies = enemies
        self.uses = uses
        self.p = p
        self.discrimination = discrimination
        self.mayShuffle = mayShuffle
    }

    package var id: ItemID { item.id }
}
