/// How scores become standings (`rules.yaml`). Nothing of it is decided silently: every place names its rule.
package struct CompetitionRules: Hashable, Sendable, Codable {
    /// Members of a full team, substitutes included.
    package let teamSize: Int
    /// How many of the best members' scores make the team's total.
    package let counted: Int
    /// How many teams go on (晋级).
    package let advancing: Int
    /// Applied in order while totals are equal; a tie that remains is shown, never broken.
    package let tieBreaks: [TieBreak]
    package let honours: [Honour]
    /// What an item earns that the judges void after the exam; nil when the rules do not say, so that none can be voided.
    package let voidedItems: VoidedItems?

    package init(
        teamSize: Int, counted: Int, advancing: Int, tieBreaks: [TieBreak], honours: [Honour],
        voidedItems: VoidedItems? = nil
    ) {
        self.teamSize = teamSize
        self.counted = counted
        self.advancing = advancing
        self.tieBreaks = tieBreaks
        self.honours = honours
        self.voidedItems = voidedItems
    }
}

/// What decides between equal totals. A team's figure is the sum over its counted members.
package enum TieBreak: Hashable, Sendable, Codable {
    /// More marks in the section of this title go first.
    case section(String)
    /// Less time used goes first.
    case time

    package var name: Bilingual {
        switch self {
        case .section(let title): Bilingual("“\(title)”得分高者在前", "more marks in \(title)")
        case .time: Bilingual("用时少者在前", "less time used")
        }
    }
}

/// A title (称号) that the best individuals earn.
package struct Honour: Hashable, Sendable, Codable {
    package let name: String
    package let count: Int
    /// A second reading of the notice that should give the same count; a difference is flagged, `count` applies.
    package let crossCheck: CrossCheck?
    /// Only people whose team does not advance (挑战团).
    package let excludesAdvancing: Bool

    package init(name: String, count: Int, crossCheck: CrossCheck?, excludesAdvancing: Bool) {
        self.name = name
        self.count = count
        self.crossCheck = crossCheck
        self.excludesAdvancing = excludesAdvancing
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
    }
}
