/// The statistics of one form (试卷). Amounts are in marks.
package struct FormAnalysis: Hashable, Sendable, Codable {
    package let form: FormID
    package let sheets: Int
    package let full: Mark
    package let mean: Double
    /// The sample's standard deviation (n − 1); nil for a single sheet.
    package let deviation: Double?
    package let lowest: Mark
    package let highest: Mark
    /// Cronbach's alpha; for items that are right or wrong it is KR-20. Nil with fewer than two items, or when all
    /// totals are equal.
    package let alpha: Double?
    /// Whether every item is worth either nothing or full marks, so that ``alpha`` is KR-20.
    package let isKR20: Bool
    /// The standard error of measurement.
    package let standardError: Double?
    package let items: [ItemStatistics]

    package init(
        form: FormID, sheets: Int, full: Mark, mean: Double, deviation: Double?, lowest: Mark, highest: Mark,
        alpha: Double?, isKR20: Bool, standardError: Double?, items: [ItemStatistics]
    ) {
        self.form = form
        self.sheets = sheets
        self.full = full
        self.mean = mean
        self.deviation = deviation
        self.lowest = lowest
        self.highest = highest
        self.alpha = alpha
        self.isKR20 = isKR20
        self.standardError = standardError
        self.items = items
    }
}
