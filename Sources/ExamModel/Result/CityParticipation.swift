/// How many of a 市州's people took part (参与率).
package struct CityParticipation: Hashable, Sendable, Codable {
    /// By the share, equals together.
    package let rank: Int
    package let city: String
    package let registered: Int
    package let present: Int

    package init(rank: Int, city: String, registered: Int, present: Int) {
        self.rank = rank
        self.city = city
        self.registered = registered
        self.present = present
    }
}
