import AnswerKey
package import ExamModel

extension BankCoverage {
    /// Counts items by the topics of their tree.
    ///
    /// - Parameter syllabus: what each topic is given of the whole, in the syllabus's order, which the table keeps; topics
    ///   that it does not name follow by name. Topics without any item are in the table as well.
    package init(_ entries: [BankEntry], syllabus: [(topic: Topic, share: Share)]) {
        let shares = Dictionary(syllabus.map { ($0.topic, $0.share) }) { first, _ in first }
        var counts: [Topic: TopicCount] = [:]
        for entry in entries {
            let topic = entry.keyed.item.topic
            for depth in topic.path.isEmpty ? 0...0 : 1...topic.path.count {
                counts[topic.prefix(depth), default: TopicCount()].add(entry)
            }
        }
        for (topic, _) in syllabus {
            for depth in 1...max(1, topic.path.count) where counts[topic.prefix(depth)] == nil {
                counts[topic.prefix(depth)] = TopicCount()
            }
        }
        let approved = entries.count { $0.state == .approved }
        let order = TopicOrder(syllabus.map(\.topic))
        self.init(
            approved: approved, waiting: entries.count { $0.state == .draft || $0.state == .reviewed },
            retired: entries.count { $0.state == .retired },
            topics: counts.keys.sorted(by: order.precedes).map { topic in
                let count = counts[topic, default: TopicCount()]
                let share = shares[topic]
                return TopicCoverage(
                    topic: topic, approved: count.approved, waiting: count.waiting, types: count.types,
                    difficulties: count.difficulties, share: share,
                    surplus: approved == 0 ? nil : share.map { count.approved - Self.due($0, of: approved) })
            })
    }

    /// The nearest whole number of items; a half is rounded up.
    private static func due(_ share: Share, of total: Int) -> Int {
        (2 * share.basisPoints * total + Share.whole.basisPoints) / (2 * Share.whole.basisPoints)
    }
}

/// The items counted under one topic.
private struct TopicCount {
    private(set) var approved = 0
    private(set) var waiting = 0
    private(set) var types = ItemType.allCases.map { _ in 0 }
    private(set) var difficulties = Difficulty.allCases.map { _ in 0 }

    mutating func add(_ entry: BankEntry) {
        switch entry.state {
        case .approved:
            approved += 1
            let item = entry.keyed.item
            if let type = ItemType.allCases.firstIndex(of: item.type) { types[type] += 1 }
            if let level = Difficulty.allCases.firstIndex(of: item.difficulty) { difficulties[level] += 1 }
        case .draft, .reviewed: waiting += 1
        case .retired: break
        }
    }
}

/// The syllabus's order at every depth, then by name; a topic comes before those below it.
private struct TopicOrder {
    private var places: [Topic: Int] = [:]

    init(_ syllabus: [Topic]) {
        for topic in syllabus {
            for depth in 1...max(1, topic.path.count) where places[topic.prefix(depth)] == nil {
                places[topic.prefix(depth)] = places.count
            }
        }
    }

    func precedes(_ left: Topic, _ right: Topic) -> Bool {
        for depth in 1...max(1, min(left.path.count, right.path.count)) {
            let (one, other) = (left.prefix(depth), right.prefix(depth))
            guard one != other else { continue }
            let (first, second) = (places[one] ?? .max, places[other] ?? .max)
            return first == second ? one < other : first < second
        }
        return left.path.count < right.path.count
    }
}

extension Topic {
    fileprivate func prefix(_ depth: Int) -> Topic {
        Topic(text: path.prefix(depth).joined(separator: "/"))
    }
}
