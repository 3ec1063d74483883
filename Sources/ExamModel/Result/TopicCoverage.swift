/// How a bank covers one topic of the syllabus, with everything below it.
package struct TopicCoverage: Hashable, Sendable, Codable {
    package let topic: Topic
    /// Items that may go on papers.
    package let approved: Int
    /// Drafts, and items that were reviewed but not approved.
    package let waiting: Int
    /// Approved items by type and by difficulty; in the order of the types and levels, zero where there are none.
    package let types: [Int]
    package let difficulties: [Int]
    /// What the syllabus gives the topic of the whole; nil where it does not say.
    package let share: Share?
    /// Approved items beyond (or, below zero, short of) the share of all approved items; nil where there is no share.
    package let surplus: Int?

    package init(
        topic: Topic, approved: Int, waiting: Int, types: [Int], difficulties: [Int], share: Share?, surplus: Int?
    ) {
        self.topic = topic
        self.approved = approved
        self.waiting = waiting
        self.types = types
        self.difficulties = difficulties
        self.share = share
        self.surplus = surplus
    }
}

/// How a bank covers the syllabus (题库覆盖表): the tree of topics, each one before those below it.
package struct BankCoverage: Hashable, Sendable, Codable {
    package let approved: Int
    package let waiting: Int
    package let retired: Int
    package let topics: [TopicCoverage]

    package init(approved: Int, waiting: Int, retired: Int, topics: [TopicCoverage]) {
        self.approved = approved
        self.waiting = waiting
        self.retired = retired
        self.topics = topics
    }
}
