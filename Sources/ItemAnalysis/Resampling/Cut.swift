/// A line between those who get something and those who do not: so many of the first of these entrants, each of whom has
/// the sum of the best of some people's scores.
package struct Cut: Sendable {
    package let name: String
    package let places: Int
    /// Who stands for each entrant: one person, or the members of a team. Entrants are in the order of the standings.
    package let entrants: [(name: String, people: [Int])]
    /// How many of an entrant's best people count.
    package let counted: Int

    package init(name: String, places: Int, entrants: [(name: String, people: [Int])], counted: Int) {
        self.name = name
        self.places = places
        self.entrants = entrants
        self.counted = counted
    }

    /// The entrants' totals when everybody's score is as given.
    func totals(_ scores: [Int]) -> [Int] {
        entrants.map { entrant in
            entrant.people.map { scores[$0] }.sorted(by: >).prefix(counted).reduce(0, +)
        }
    }
}
