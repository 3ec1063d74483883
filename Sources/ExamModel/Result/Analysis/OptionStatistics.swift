/// How one option of an item was chosen (选项分析).
package struct OptionStatistics: Hashable, Sendable, Codable {
    package let option: OptionID
    package let isKey: Bool
    /// How many chose it, alone or with others.
    package let chosen: Int
    /// Of everybody, of the upper and of the lower group.
    package let share: Double
    package let upper: Double
    package let lower: Double
    /// Correlation of choosing it with the total without the item; nil when everybody or nobody chose it.
    package let rest: Double?

    package init(
        option: OptionID, isKey: Bool, chosen: Int, share: Double, upper: Double, lower: Double, rest: Double?
    ) {
        self.option = option
        self.isKey = isKey
        self.chosen = chosen
        self.share = share
        self.upper = upper
        self.lower = lower
        self.rest = rest
    }
}
