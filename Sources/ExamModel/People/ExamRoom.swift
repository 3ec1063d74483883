/// A room (考场) that an exam is sat in.
package struct ExamRoom: Hashable, Sendable, Codable {
    /// As it stands in a seat's number: `3` in `3-07`.
    package let name: String
    package let seats: Int
    /// How many seats stand side by side, for the plan of the room and for who sits in front of whom.
    package let columns: Int

    /// The id of the site (考点) that it is in; nil where an exam has one site.
    package let site: String?

    package init(name: String, seats: Int, columns: Int, site: String? = nil) {
        self.site = site
        self.name = name
        self.seats = seats
        self.columns = columns
    }

    /// The number of the seat at `index`: `3-07`, as many digits as the last one has.
    package func seat(at index: Int) -> String {
        let (digits, width) = (String(index + 1), max(String(seats).count, 2))
        return "\(name)-" + String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }
}
