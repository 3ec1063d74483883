import ExamModel

/// The document of `bank stats --json`.
struct BankStatistics: Encodable {
    struct Domain: Encodable {
        let domain: String
        let items: Int
        let types: [String: Int]
        let difficulties: [String: Int]
    }

    let items: Int
    let domains: [Domain]

    init(_ items: [Item]) {
        self.items = items.count
        domains = Dictionary(grouping: items, by: \.topic.domain).map { domain, items in
            Domain(
                domain: domain, items: items.count,
                types: Dictionary(grouping: items, by: \.type.name.chinese).mapValues(\.count),
                difficulties: Dictionary(grouping: items, by: \.difficulty.name.chinese).mapValues(\.count))
        }.sorted { $0.items == $1.items ? $0.domain < $1.domain : $0.items > $1.items }
    }
}
