/// How far a cut (晋级线, 称号线) would hold on another paper: what resampling the items says.
package struct CutReliability: Hashable, Sendable, Codable {
    package let name: String
    /// How many are above the cut.
    package let places: Int
    package let resamples: Int
    package let seed: Seed
    /// The last above and the first below the cut, by name.
    package let lastIn: String
    package let firstOut: String
    /// The share of the papers on which the first below does better than the last above; a tie counts half.
    package let swapped: Double
    /// The mean share of those above the cut who would be above it again; a tie at the cut counts in part.
    package let held: Double

    package init(
        name: String, places: Int, resamples: Int, seed: Seed, lastIn: String, firstOut: String, swapped: Double,
        held: Double
    ) {
        self.name = name
        self.places = places
        self.resamples = resamples
        self.seed = seed
        self.lastIn = lastIn
        self.firstOut = firstOut
        self.swapped = swapped
        self.held = held
    }
}
