package import ExamModel

extension Figures {
    /// The figures of an exam that has been marked and ranked.
    ///
    /// - Parameter items: Every item that was scored; one that is not among them belongs to no topic.
    package init(scores: [Score], items: [Item], roster: Roster, rules: CompetitionRules, standings: Standings) {
        let totals = scores.map(\.total)
        let full = scores.map(\.full).max() ?? .zero
        let topics = TopicIndex(items)
        self.init(
            registered: roster.candidates.count, present: scores.count, full: full,
            mean: Mark.mean(of: totals), median: Mark.median(of: totals), best: totals.max(),
            distribution: ScoreBin.distribution(of: totals, full: full > .zero ? full : totals.max() ?? .zero),
            topics: topics.rates(in: scores),
            cities: CityFigures.all(scores: scores, roster: roster, rules: rules, standings: standings),
            teams: TeamFigures.all(scores: scores, topics: topics, roster: roster, standings: standings))
    }
}

extension Score {
    fileprivate var full: Mark { sections.reduce(.zero) { $0 + $1.full } }
}
