import ExamModel

extension TopicRate {
    static func rates(in scores: [Score], items: [Item]) -> [TopicRate] {
        let domains = Dictionary(items.flatMap(\.questions).map { ($0.id, $0.topic.domain) }) { first, _ in first }
        var earned: [String: (marks: Int, full: Int, items: Set<ItemID>)] = [:]
        for score in scores.flatMap(\.items) {
            guard let domain = domains[score.item], !domain.isEmpty else { continue }
            var sum = earned[domain] ?? (0, 0, [])
            sum.marks += score.marks.thousandths
            sum.full += score.full.thousandths
            sum.items.insert(score.item)
            earned[domain] = sum
        }
        return earned.filter { $0.value.full > 0 }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { domain, sum in
                let whole = Share.whole.basisPoints
                let rate = (2 * max(sum.marks, 0) * whole + sum.full) / (2 * sum.full)
                return TopicRate(domain: domain, items: sum.items.count, rate: Share(basisPoints: rate))
            }
    }
}
