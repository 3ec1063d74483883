package import ExamModel

extension PoolEntry {
    /// What assembly was told about an item beside its text: kept with the forms, so that they can be made again when the
    /// bank has learnt more.
    package struct Facts: Hashable, Sendable, Codable {
        package let id: ItemID
        package let version: Int
        let p: Int?
        let discrimination: Int?
        let seconds: Int?
        let articles: [String]
        let source: String?
        let enemies: [ItemID]
        let exposure: Int
        let examsSinceUse: Int?
        let keyClass: Int?
    }

    package var facts: Facts {
        Facts(
            id: item.id, version: item.version, p: p, discrimination: discrimination, seconds: seconds,
            articles: articles, source: source, enemies: enemies, exposure: exposure, examsSinceUse: examsSinceUse,
            keyClass: keyClass)
    }

    package init(_ item: Item, _ facts: Facts) {
        self.init(item)
        p = facts.p
        discrimination = facts.discrimination
        seconds = facts.seconds
        articles = facts.articles
        source = facts.source
        enemies = facts.enemies
        exposure = facts.exposure
        examsSinceUse = facts.examsSinceUse
        keyClass = facts.keyClass
    }
}
