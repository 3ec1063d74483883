/// The classical statistics of one item on one form (试题分析).
package struct ItemStatistics: Hashable, Sendable, Codable {
    /// Its number on the form, from 1.
    package let number: Int
    package let item: ItemID
    /// The title of its section.
    package let section: String
    package let full: Mark
    /// How many left it out.
    package let omitted: Int
    /// The share of full marks that was earned (p, 难度系数); for items that are right or wrong the share of right
    /// answers. High is easy.
    package let facility: Double
    /// The sample's standard deviation of the item's marks (n − 1).
    package let deviation: Double?
    /// Correlation with the total without the item (corrected point-biserial, 校正点二列相关).
    package let itemRest: Double?
    /// Correlation with the total, the item in it.
    package let itemTotal: Double?
    /// The upper and the lower group's share of full marks, and their difference (D, 区分度), 27 % each.
    package let upper: Double
    package let lower: Double
    package let discrimination: Double
    /// Alpha of the form without this item.
    package let alphaWithout: Double?
    /// Empty for items answered in words.
    package let options: [OptionStatistics]
    package let flags: [ItemFlag]

    package init(
        number: Int, item: ItemID, section: String, full: Mark, omitted: Int, facility: Double, deviation: Double?,
        itemRest: Double?, itemTotal: Double?, upper: Double, lower: Double, discrimination: Double,
        alphaWithout: Double?, options: [OptionStatistics], flags: [ItemFlag]
    ) {
        self.number = number
        self.item = item
        self.section = section
        self.full = full
        self.omitted = omitted
        self.facility = facility
        self.deviation = deviation
        self.itemRest = itemRest
        self.itemTotal = itemTotal
        self.upper = upper
        self.lower = lower
        self.discrimination = discrimination
        self.alphaWithout = alphaWithout
        self.options = options
        self.flags = flags
    }

    package var isSuspect: Bool { flags.contains(where: \.isSerious) }
}
