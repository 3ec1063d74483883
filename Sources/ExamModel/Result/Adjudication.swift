/// What judges decided about a tie at a cut (裁定). It holds for exactly the tie that they saw.
package struct Adjudication: Hashable, Sendable, Codable {
    /// What the places are of: `advancing`, or the name of an honour or prize.
    package let matter: String
    /// Who was tied, teams or tickets, sorted.
    package let tied: [String]
    /// Who of them takes the open places, sorted.
    package let chosen: [String]
    package let reason: String

    package init(matter: String, tied: [String], chosen: [String], reason: String) {
        self.matter = matter
        self.tied = tied.sorted()
        self.chosen = chosen.sorted()
        self.reason = reason
    }

    /// The matter of who advances.
    package static let advancing = "advancing"
}

/// A tie at a cut that nobody has decided yet.
package struct OpenTie: Hashable, Sendable, Codable {
    package let matter: String
    package let tied: [String]
    /// How many places are left for them.
    package let open: Int

    package init(matter: String, tied: [String], open: Int) {
        self.matter = matter
        self.tied = tied.sorted()
        self.open = open
    }
}
