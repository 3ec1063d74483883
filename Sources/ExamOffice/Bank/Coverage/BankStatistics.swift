import ExamModel

/// The document of `bank stats --json`.
struct BankStatistics: Encodable {
    struct Domain: Encodable {
        let domain: String
        let items: Int
        let types: [String: Int]
        let difficulties: [String: Int]
    }

    struct Node: Encodable {
        let topic: Topic
        let approved: Int
        let waiting: Int
        let types: [String: Int]
        let difficulties: [String: Int]
        let share: Share?
        let surplus: Int?

        init(_ topic: TopicCoverage) {
            self.topic = topic.topic
            approved = topic.approved
            waiting = topic.waiting
            types = Dictionary(uniqueKeysWithValues: zip(ItemType.allCases.map(\.rawValue), topic.types))
            difficulties = Dictionary(
                uniqueKeysWithValues: zip(Difficulty.allCases.map { String($0.rawValue) }, topic.difficulties))
            share = topic.share
            surplus = topic.surplus
        }
    }

    /// In whatever state.
    let items: Int
    let approved: Int
    let waiting: Int
    let retired: Int
    let domains: [Domain]
    /// The tree of topics, each before those below it.
    let topics: [Node]

    init(_ items: [Item], _ coverage: BankCoverage) {
        self.items = items.count
        approved = coverage.approved
        waiting = coverage.waiting
        retired = coverage.retired
        domains = Dictionary(grouping: items, by: \.topic.domain).map { domain, items in
            Domain(
                domain: domain, items: items.count,
                types: Dictionary(grouping: items, by: \.type.name.chinese).mapValues(\.count),
                difficulties: Dictionary(grouping: items, by: \.difficulty.name.chinese).mapValues(\.count))
        }.sorted { $0.items == $1.items ? $0.domain < $1.domain : $0.items > $1.items }
        topics = coverage.topics.map(Node.init)
    }
}
