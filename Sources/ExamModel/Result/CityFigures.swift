/// The figures of one 市州.
package struct CityFigures: Hashable, Sendable, Codable {
    package let city: String
    package let registered: Int
    package let present: Int
    /// Rounded half up to a hundredth of a mark; nil when nobody sat.
    package let mean: Mark?
    package let best: Mark?
    /// Nil when nobody sat.
    package let spread: FiveNumbers?
    package let advancing: [TeamID]
    /// In the order of the rules, honours that nobody of the city earned left out.
    package let honours: [HonourCount]

    package init(
        city: String, registered: Int, present: Int, mean: Mark?, best: Mark?, spread: FiveNumbers?,
        advancing: [TeamID], honours: [HonourCount]
    ) {
        self.city = city
        self.registered = registered
        self.present = present
        self.mean = mean
        self.best = best
        self.spread = spread
        self.advancing = advancing
        self.honours = honours
    }

    package struct HonourCount: Hashable, Sendable, Codable {
        package let name: String
        package let count: Int

        package init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }
}
