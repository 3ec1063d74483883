/// A title (称号) that the best individuals earn.
package struct Honour: Hashable, Sendable, Codable {
    package let name: String
    /// How many earn it; where ``share`` or ``atLeast`` is given, these say.
    package let count: Int
    /// A second reading of the notice that should give the same count; a difference is flagged, the first applies.
    package let crossCheck: CrossCheck?
    /// Only people whose team does not advance (挑战团).
    package let excludesAdvancing: Bool
    /// The count as a share of people; nil when it is a number.
    package let share: CrossCheck?
    /// Everybody with this much earns it, however many they are; nil when places are counted.
    package let atLeast: Mark?
    /// The component by which it goes; nil for the total.
    package let component: String?
    /// How many of each team earn it (每队一名); nil when it goes over all teams.
    package let perTeam: Int?
    /// Teams whose people are left out.
    package let excludedTeams: [TeamID]?

    package init(
        name: String, count: Int, crossCheck: CrossCheck?, excludesAdvancing: Bool, share: CrossCheck? = nil,
        atLeast: Mark? = nil, component: String? = nil, perTeam: Int? = nil, excludedTeams: [TeamID]? = nil
    ) {
        self.name = name
        self.count = count
        self.crossCheck = crossCheck
        self.excludesAdvancing = excludesAdvancing
        self.share = share
        self.atLeast = atLeast
        self.component = component
        self.perTeam = perTeam
        self.excludedTeams = excludedTeams
    }

    package struct CrossCheck: Hashable, Sendable, Codable {
        package enum Rounding: String, Sendable, Codable {
            case down, up, nearest
        }

        package enum Base: String, Sendable, Codable {
            /// Everybody who sat.
            case present
            /// Everybody on the roster who was admitted.
            case registered
        }

        package let share: Share
        package let base: Base
        package let rounding: Rounding

        package init(share: Share, base: Base, rounding: Rounding) {
            self.share = share
            self.base = base
            self.rounding = rounding
        }

        /// The share of `base` people, as a whole number of people.
        package func count(of base: Int) -> Int {
            let whole = Share.whole.basisPoints
            let product = base * share.basisPoints
            return switch rounding {
            case .down: product / whole
            case .up: (product + whole - 1) / whole
            case .nearest: (product + whole / 2) / whole
            }
        }
    }
}
