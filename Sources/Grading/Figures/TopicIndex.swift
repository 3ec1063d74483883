import ExamModel

/// Which topic's domain each item belongs to, numbered once for all the scores of an exam.
struct TopicIndex {
    private let domains: [String]
    /// For each item its own number and its domain's.
    private let places: [ItemID: (item: Int, domain: Int)]

    /// Items without a domain belong to no topic.
    init(_ items: [Item]) {
        let questions = items.flatMap(\.questions).filter { !$0.topic.domain.isEmpty }
        let domains = Set(questions.map(\.topic.domain)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let numbers = Dictionary(uniqueKeysWithValues: domains.enumerated().map { ($1, $0) })
        self.domains = domains
        places = Dictionary(
            questions.enumerated().compactMap { number, item in
                numbers[item.topic.domain].map { (item.id, (number, $0)) }
            }
        ) { first, _ in first }
    }

    /// What these scores earned of each domain, in the order of the names.
    func rates(in scores: [Score]) -> [TopicRate] {
        var sums = [(marks: Int, full: Int, items: Set<Int>)](repeating: (0, 0, []), count: domains.count)
        for score in scores {
            for item in score.items {
                guard let place = places[item.item] else { continue }
                sums[place.domain].marks += item.marks.thousandths
                sums[place.domain].full += item.full.thousandths
                sums[place.domain].items.insert(place.item)
            }
        }
        return zip(domains, sums).filter { $1.full > 0 }.map { domain, sum in
            let whole = Share.whole.basisPoints
            let rate = (2 * max(sum.marks, 0) * whole + sum.full) / (2 * sum.full)
            return TopicRate(domain: domain, items: sum.items.count, rate: Share(basisPoints: rate))
        }
    }
}
