/// The figures of an exam as a whole, computed by Grading and shown by Reports.
package struct Figures: Hashable, Sendable, Codable {
    package let registered: Int
    package let present: Int
    /// Full marks of the paper; zero when nobody sat.
    package let full: Mark
    /// Rounded half up to a hundredth of a mark; nil when nobody sat.
    package let mean: Mark?
    /// Of an even number of scores the mean of the middle two, rounded like ``mean``.
    package let median: Mark?
    package let best: Mark?
    /// From zero up to full marks, without gaps.
    package let distribution: [ScoreBin]
    /// In the order of the topics' names.
    package let topics: [TopicRate]
    /// In the order of the roster's teams.
    package let cities: [CityFigures]
    /// In the order of the standings.
    package let teams: [TeamFigures]

    package init(
        registered: Int, present: Int, full: Mark, mean: Mark?, median: Mark?, best: Mark?,
        distribution: [ScoreBin], topics: [TopicRate], cities: [CityFigures], teams: [TeamFigures]
    ) {
        self.registered = registered
        self.present = present
        self.full = full
        self.mean = mean
        self.median = median
        self.best = best
        self.distribution = distribution
        self.topics = topics
        self.cities = cities
        self.teams = teams
    }
}

/// How many scores lie from `lower` up to, but not including, `upper`; the last bin includes its upper end.
package struct ScoreBin: Hashable, Sendable, Codable {
    package let lower: Mark
    package let upper: Mark
    package let count: Int

    package init(lower: Mark, upper: Mark, count: Int) {
        self.lower = lower
        self.upper = upper
        self.count = count
    }
}

/// The mean score rate (得分率) of a topic's domain: marks earned of marks that could be earned, by everybody who sat.
package struct TopicRate: Hashable, Sendable, Codable {
    package let domain: String
    /// How many different items of the domain were answered by somebody's form.
    package let items: Int
    /// Never below zero, even where deductions outweigh what was earned. Rounded half up.
    package let rate: Share

    package init(domain: String, items: Int, rate: Share) {
        self.domain = domain
        self.items = items
        self.rate = rate
    }
}
