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
    /// What results are made of; nil for the written exam of the exam folder alone.
    package let components: [Component]?
    /// The team that goes on without taking one of the places (东道主); nil when there is none.
    package let host: TeamID?
    /// Honours of teams by their places (一等奖, 二等奖, …), each taking up where the one before ends; nil for none.
    package let prizes: [Prize]?
    /// Set when the contest knows people only.
    package let individualsOnly: Bool?
    /// Set when the places are laid out for people to decide on, and decide nothing themselves.
    package let peopleDecide: Bool?
    /// Set when the share of each 市州's people who took part is reported.
    package let reportsParticipation: Bool?

    package init(
        teamSize: Int, counted: Int, advancing: Int, tieBreaks: [TieBreak], honours: [Honour],
        voidedItems: VoidedItems? = nil, components: [Component]? = nil, host: TeamID? = nil, prizes: [Prize]? = nil,
        individualsOnly: Bool? = nil, peopleDecide: Bool? = nil, reportsParticipation: Bool? = nil
    ) {
        self.teamSize = teamSize
        self.counted = counted
        self.advancing = advancing
        self.tieBreaks = tieBreaks
        self.honours = honours
        self.voidedItems = voidedItems
        self.components = components
        self.host = host
        self.prizes = prizes
        self.individualsOnly = individualsOnly
        self.peopleDecide = peopleDecide
        self.reportsParticipation = reportsParticipation
    }

    /// The components, the written exam where the rules name none.
    package var allComponents: [Component] { components ?? [.written] }

    /// Whether people's marks go into the teams' totals.
    package var countsPeople: Bool {
        allComponents.contains { $0.subject == .person && $0.isOnlyShown != true }
    }

    /// The tables beside the rules that marks come from, by their file names.
    package var tables: [String] {
        allComponents.compactMap { component in
            if case .file(let name) = component.source { name } else { nil }
        }
    }

    /// Whether anything comes from the exam folder's own scores.
    package var usesWrittenExam: Bool { allComponents.contains { $0.source == .written } }
}

/// An honour that teams earn by their places.
package struct Prize: Hashable, Sendable, Codable {
    package let name: String
    package let count: Int

    package init(name: String, count: Int) {
        self.name = name
        self.count = count
    }
}
