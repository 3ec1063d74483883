/// Two forms of one exam side by side, and whether their scores can be compared as they are (等值检验).
package struct FormComparison: Hashable, Sendable, Codable {
    package let reference: FormID
    package let other: FormID
    /// The mean of `other` less that of `reference`, in marks.
    package let meanDifference: Double
    package let standardError: Double
    /// The difference in pooled standard deviations (Cohen's d).
    package let effect: Double?
    /// Linear equating: a score x on `other` corresponds to `slope · x + intercept` on `reference`.
    package let slope: Double?
    package let intercept: Double?
    /// The largest shift that equating would make between the lowest and the highest score of `other`, in marks.
    package let largestShift: Double?
    /// Whether the difference lies beyond two standard errors *and* is at least half the smallest step of a score.
    package let differs: Bool

    package init(
        reference: FormID, other: FormID, meanDifference: Double, standardError: Double, effect: Double?,
        slope: Double?, intercept: Double?, largestShift: Double?, differs: Bool
    ) {
        self.reference = reference
        self.other = other
        self.meanDifference = meanDifference
        self.standardError = standardError
        self.effect = effect
        self.slope = slope
        self.intercept = intercept
        self.largestShift = largestShift
        self.differs = differs
    }
}
