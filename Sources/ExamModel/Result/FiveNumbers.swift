/// How scores spread: the ends, the median and the hinges (Tukey, Exploratory Data Analysis, 1977), as a box plot shows
/// them. A hinge is the median of a half, the middle score belonging to both halves.
package struct FiveNumbers: Hashable, Sendable, Codable {
    package let lowest: Mark
    package let lower: Mark
    package let median: Mark
    package let upper: Mark
    package let highest: Mark

    package init(lowest: Mark, lower: Mark, median: Mark, upper: Mark, highest: Mark) {
        self.lowest = lowest
        self.lower = lower
        self.median = median
        self.upper = upper
        self.highest = highest
    }
}
