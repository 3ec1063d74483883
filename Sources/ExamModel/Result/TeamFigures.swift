/// What a team knows of each topic's domain: the mean score rates of its members who sat.
package struct TeamFigures: Hashable, Sendable, Codable {
    package let team: TeamID
    /// In the order of the exam's own.
    package let topics: [TopicRate]

    package init(team: TeamID, topics: [TopicRate]) {
        self.team = team
        self.topics = topics
    }
}
