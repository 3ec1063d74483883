import ExamModel

extension EquityRows {
    /// Joint cells, sources, articles, enemies, runs of keys, means and totals, as far as the blueprint asks for them.
    mutating func addRules(_ blueprint: Blueprint) {
        addCounts(blueprint)
        let (rules, items) = (blueprint.rules, blueprint.itemCount)
        addMean(rules.meanP, Bilingual("平均难度值 p", "mean p"), items) { $0.expectedP }
        if let wanted = rules.discrimination {
            addMean(wanted, Bilingual("平均区分度", "mean discrimination"), items) { $0.discrimination ?? wanted.target }
        }
        if let spread = rules.spread, let slack = spread.tolerance {
            let middle = rules.meanP?.target
            let row = EquityRow(
                group: .rule, name: Bilingual("难度值离散度", "spread of p"), least: max(0, spread.target - slack),
                most: spread.target + slack, decimals: 3)
            add(row) { sections in
                let values = sections.joined().map(\.expectedP)
                let mean = middle ?? values.reduce(0, +) / max(1, values.count)
                return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, values.count)).squareRoot
            }
        }
        addTotal(rules.seconds, Bilingual("估计用时（秒）", "seconds")) { $0.expectedSeconds }
        addTotal(rules.reading, Bilingual("阅读量（字）", "characters")) { $0.reading }
        for (number, section) in blueprint.sections.enumerated() {
            guard let minutes = section.minutes else { continue }
            let name = Bilingual("\(section.title)·估计用时（秒）", "\(section.title), seconds")
            add(EquityRow(group: .rule, name: name, least: 0, most: minutes * 60)) { sections in
                sections[number].reduce(0) { $0 + $1.expectedSeconds }
            }
        }
    }

    private mutating func addCounts(_ blueprint: Blueprint) {
        let rules = blueprint.rules
        for cell in rules.cells {
            let parts = [cell.section, cell.topic, cell.difficulty?.name.chinese].compactMap(\.self)
            let name = parts.joined(separator: "·")
            let section = cell.section.flatMap { title in blueprint.sections.firstIndex { $0.title == title } }
            let most = cell.most >= blueprint.itemCount ? nil : cell.most
            add(EquityRow(group: .rule, name: Bilingual(name, name), least: cell.least, most: most)) { sections in
                (section.map { sections[$0] } ?? Array(sections.joined())).count {
                    (cell.topic ?? $0.item.topic.domain) == $0.item.topic.domain
                        && (cell.difficulty ?? $0.item.difficulty) == $0.item.difficulty
                }
            }
        }
        for source in rules.sources {
            let name = Bilingual("来自“\(source.source)”", "from \(source.source)")
            let least = source.leastCount(of: blueprint.itemCount)
            add(EquityRow(group: .rule, name: name, least: least, most: nil)) { sections in
                sections.joined().count { $0.source == source.source }
            }
        }
        if let most = rules.perArticle {
            add(EquityRow(group: .rule, name: Bilingual("同一法条的题", "items on one article"), least: 0, most: most)) {
                $0.joined().flatMap { Set($0.articles) }.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
                    .values.max() ?? 0
            }
        }
        if !rules.mustHave.isEmpty {
            let (wanted, name) = (Set(rules.mustHave), Bilingual("必选题", "must-have items"))
            add(EquityRow(group: .rule, name: name, least: wanted.count, most: wanted.count)) { sections in
                sections.joined().count { wanted.contains($0.item.id) }
            }
        }
        let groups = rules.enemies
        add(EquityRow(group: .rule, name: Bilingual("同卷的互斥题", "enemies in one form"), least: 0, most: 0)) { sections in
            let present = Set(sections.joined().map(\.item.id))
            let pairs = sections.joined().reduce(0) { sum, entry in
                sum + entry.enemies.count { present.contains($0) && $0 != entry.item.id }
            }
            return pairs + groups.reduce(0) { $0 + max(0, $1.count { present.contains($0) } - 1) }
        }
        guard let run = rules.keyBalance?.run else { return }
        for (number, section) in blueprint.sections.enumerated() {
            let name = Bilingual("\(section.title)·连续相同答案", "\(section.title), equal keys in a row")
            add(EquityRow(group: .rule, name: name, least: 0, most: run)) { sections in
                FormOrder.longestRun(sections[number].map(\.keyClass))
            }
        }
    }

    private mutating func addMean(
        _ wanted: StatisticTarget?, _ name: Bilingual, _ items: Int, of figure: @escaping (PoolEntry) -> Int
    ) {
        guard let wanted, let slack = wanted.tolerance else { return }
        let row = EquityRow(
            group: .rule, name: name, least: (wanted.target - slack) * 100, most: (wanted.target + slack) * 100,
            decimals: 5)
        add(row) { sections in sections.joined().reduce(0) { $0 + figure($1) } * 100 / max(1, items) }
    }

    private mutating func addTotal(
        _ wanted: StatisticTarget?, _ name: Bilingual, of figure: @escaping (PoolEntry) -> Int
    ) {
        guard let wanted, let slack = wanted.tolerance else { return }
        let row = EquityRow(
            group: .rule, name: name, least: max(0, wanted.target - slack), most: wanted.target + slack)
        add(row) { sections in sections.joined().reduce(0) { $0 + figure($1) } }
    }
}
