import ExamModel

/// A blueprint's rules written out as kinds of places and rows, with each item's part in them.
struct RowSheet {
    /// An item's part in a row, in one section or in any.
    private struct Part {
        let row: Int
        let coefficient: Int
        let section: Int?
    }

    let blueprint: Blueprint
    let pool: [PoolEntry]
    private(set) var kinds: [SearchProblem.Kind] = []
    private(set) var rows: [Row] = []
    /// What each row says, in the same order.
    private(set) var rules: [BlueprintRule] = []
    private var parts: [[Part]]

    init(_ blueprint: Blueprint, pool: [PoolEntry]) {
        self.blueprint = blueprint
        self.pool = pool
        parts = Array(repeating: [], count: pool.count)
        writeKinds()
        writeLevels()
        writeCells()
        writeFigures()
        writeSources()
        writeArticles()
        writeEnemies()
        writeKeyBalance()
    }

    /// The parts of all items, section by section, for ``SearchProblem``.
    func entries() -> (starts: [Int32], entries: [SearchProblem.Entry]) {
        var starts: [Int32] = [0]
        var entries: [SearchProblem.Entry] = []
        starts.reserveCapacity(blueprint.sections.count * pool.count + 1)
        for section in blueprint.sections.indices {
            for item in pool.indices {
                for part in parts[item] where part.section == nil || part.section == section {
                    entries.append(
                        SearchProblem.Entry(row: Int32(part.row), coefficient: Int32(clamping: part.coefficient)))
                }
                starts.append(Int32(entries.count))
            }
        }
        return (starts, entries)
    }

    private mutating func add(
        _ row: Row, _ rule: BlueprintRule, in section: Int? = nil, coefficient: (PoolEntry) -> Int
    ) {
        for (index, item) in pool.enumerated() {
            let value = coefficient(item)
            if value != 0 { parts[index].append(Part(row: rows.count, coefficient: value, section: section)) }
        }
        rows.append(row)
        rules.append(rule)
    }

    /// Places by section and topic; where topics have a tolerance, by section alone, with a row for each topic.
    private mutating func writeKinds() {
        let shares = blueprint.topics.map(\.share)
        let topics = Dictionary(
            blueprint.topics.enumerated().map { ($0.element.domain, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        let topicOf = pool.map { topics[$0.item.topic.domain] }
        for (section, content) in blueprint.sections.enumerated() {
            let fitting = pool.indices.filter { topicOf[$0] != nil && content.admits(pool[$0].item) }
            let counts = Share.apportion(content.count, by: shares)
            guard blueprint.topicTolerance > 0 else {
                for (topic, count) in counts.enumerated() where count > 0 {
                    let candidates = fitting.filter { topicOf[$0] == topic }.map { Int32($0) }
                    kinds.append(
                        SearchProblem.Kind(section: section, topic: topic, count: count, candidates: candidates))
                }
                continue
            }
            kinds.append(
                SearchProblem.Kind(
                    section: section, topic: nil, count: content.count, candidates: fitting.map { Int32($0) }))
            for (topic, count) in counts.enumerated() {
                let domain = blueprint.topics[topic].domain
                let tolerance = blueprint.topicTolerance
                add(
                    .count(max(0, count - tolerance), count + tolerance, target: count),
                    .topic(section: section, topic: topic), in: section
                ) { $0.item.topic.domain == domain ? 1 : 0 }
            }
        }
    }

    private mutating func writeLevels() {
        let tolerance = blueprint.difficultyTolerance
        for (level, target) in zip(Difficulty.allCases, blueprint.levelTargets) {
            add(.count(max(0, target - tolerance), target + tolerance, target: target), .level(level)) {
                $0.item.difficulty == level ? 1 : 0
            }
        }
    }

    private mutating func writeCells() {
        for (index, cell) in blueprint.rules.cells.enumerated() {
            let section = cell.section.flatMap { title in blueprint.sections.firstIndex { $0.title == title } }
            add(.count(cell.least, cell.most), .cell(index), in: section) { item in
                let fits =
                    (cell.topic == nil || cell.topic == item.item.topic.domain)
                    && (cell.difficulty == nil || cell.difficulty == item.item.difficulty)
                return fits ? 1 : 0
            }
        }
    }

    /// Figures without a target are kept alike between forms: near what the blueprint's places give on average.
    private mutating func writeFigures() {
        let rules = blueprint.rules
        let meanP = rules.meanP?.target ?? average { $0.expectedP }
        addMean(.meanP, rules.meanP ?? StatisticTarget(target: meanP, tolerance: nil), pull: 2) { $0.expectedP }
        writeExpectedScore()
        if let wanted = rules.discrimination {
            addMean(.discrimination, wanted, pull: 1) { $0.discrimination ?? wanted.target }
        }
        addTotal(.seconds, rules.seconds) { $0.expectedSeconds }
        addTotal(.reading, rules.reading) { $0.reading }
        for (section, content) in blueprint.sections.enumerated() {
            guard let minutes = content.minutes else { continue }
            let row = Row(lower: 0, upper: minutes * 60, target: 0, weight: 20, pull: 0, unit: 1)
            add(row, .minutes(section: section), in: section) { $0.expectedSeconds }
        }
        if let spread = rules.spread { addSpread(spread, around: meanP) }
    }

    /// The mean square around a mean, likewise as what items lie off the target's square.
    private mutating func addSpread(_ spread: StatisticTarget, around middle: Int) {
        let count = blueprint.itemCount
        let square = spread.target * spread.target
        var (lower, upper) = (-Row.unbounded, Row.unbounded)
        if let slack = spread.tolerance {
            let (low, high) = (max(0, spread.target - slack), spread.target + slack)
            (lower, upper) = (count * (low * low - square), count * (high * high - square))
        }
        add(Row(lower: lower, upper: upper, target: 0, weight: 20, pull: 1, unit: 1000), .spread) {
            ($0.expectedP - middle) * ($0.expectedP - middle) - square
        }
    }

    /// Where sections give different marks, forms are kept alike in the score to expect, not in the mean of p alone.
    private mutating func writeExpectedScore() {
        guard blueprint.forms > 1, Set(blueprint.sections.map(\.marks)).count > 1 else { return }
        var target = 0
        for kind in kinds where !kind.candidates.isEmpty {
            let sum = kind.candidates.reduce(0) { $0 + worth(of: pool[Int($1)], in: kind.section) }
            target += kind.count * sum / kind.candidates.count
        }
        for (index, item) in pool.enumerated() {
            for section in blueprint.sections.indices {
                parts[index].append(Part(row: rows.count, coefficient: worth(of: item, in: section), section: section))
            }
        }
        rows.append(
            Row(lower: -Row.unbounded, upper: Row.unbounded, target: target, weight: 0, pull: 2, unit: 1))
        rules.append(.meanP)
    }

    /// What an item is expected to earn in a section, in thousandths of a mark.
    private func worth(of item: PoolEntry, in section: Int) -> Int {
        blueprint.sections[section].marks.thousandths * item.expectedP / 1000
    }

    /// A mean as the sum of what items lie off its target, so that it says nothing about how many they are.
    private mutating func addMean(
        _ rule: BlueprintRule, _ wanted: StatisticTarget, pull: Int, of figure: (PoolEntry) -> Int
    ) {
        add(.mean(wanted, items: blueprint.itemCount, pull: pull), rule) { figure($0) - wanted.target }
    }

    /// A figure of the whole form, not of an item on average.
    private mutating func addTotal(_ rule: BlueprintRule, _ wanted: StatisticTarget?, of figure: (PoolEntry) -> Int) {
        guard wanted != nil || blueprint.forms > 1 else { return }
        let target = wanted?.target ?? average(figure, of: blueprint.itemCount)
        guard target > 0 else { return }
        let slack = wanted?.tolerance ?? Row.unbounded
        add(
            Row(
                lower: target - slack, upper: target + slack, target: target, weight: 20, pull: 1,
                unit: max(1, target / 10_000)), rule, coefficient: figure)
    }

    /// The mean of a figure over the places of a form, times `count`.
    private func average(_ figure: (PoolEntry) -> Int, of count: Int = 1) -> Int {
        var sum = 0
        var places = 0
        for kind in kinds where !kind.candidates.isEmpty {
            sum += kind.count * kind.candidates.reduce(0) { $0 + figure(pool[Int($1)]) } / kind.candidates.count
            places += kind.count
        }
        return places == 0 ? 0 : sum * count / places
    }

    private mutating func writeSources() {
        for (index, wanted) in blueprint.rules.sources.enumerated() {
            add(.count(wanted.leastCount(of: blueprint.itemCount), Row.unbounded), .source(index)) {
                $0.source == wanted.source ? 1 : 0
            }
        }
    }

    private mutating func writeArticles() {
        guard let most = blueprint.rules.perArticle else { return }
        var byArticle: [String: [Int]] = [:]
        for (index, entry) in pool.enumerated() {
            for article in Set(entry.articles) { byArticle[article, default: []].append(index) }
        }
        for (article, items) in byArticle.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
        where items.count > most {
            for item in items { parts[item].append(Part(row: rows.count, coefficient: 1, section: nil)) }
            rows.append(.count(0, most))
            rules.append(.perArticle(article))
        }
    }

    private mutating func writeEnemies() {
        for group in blueprint.enemyGroups(in: pool) {
            for item in group { parts[item].append(Part(row: rows.count, coefficient: 1, section: nil)) }
            rows.append(.count(0, 1))
            rules.append(.enemies(pool[group[0]].item.id))
        }
    }

    private mutating func writeKeyBalance() {
        guard let balance = blueprint.rules.keyBalance else { return }
        for (section, content) in blueprint.sections.enumerated() {
            let fitting = pool.filter { content.admits($0.item) }
            let sizes = fitting.compactMap(\.keyClass).reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
            for keyClass in sizes.keys.sorted() {
                if let tolerance = balance.letters, content.type == .singleChoice {
                    let (even, remainder) = content.count.quotientAndRemainder(dividingBy: sizes.count)
                    let most = even + min(1, remainder) + tolerance
                    addKeys(.count(max(0, even - tolerance), most), .letters(section: section), keyClass, section)
                }
                if let run = balance.run {
                    let most = FormOrder.mostOfOneKey(longestRun: run, among: content.count)
                    guard most < min(content.count, sizes[keyClass] ?? 0) else { continue }
                    addKeys(.count(0, most), .run(section: section), keyClass, section)
                }
            }
            if let tolerance = balance.judgement, content.type == .trueFalse {
                addKeys(
                    .count(max(0, content.count / 2 - tolerance), (content.count + 1) / 2 + tolerance),
                    .judgement(section: section), 0, section)
            }
        }
    }

    private mutating func addKeys(_ row: Row, _ rule: BlueprintRule, _ keyClass: Int, _ section: Int) {
        add(row, rule, in: section) { $0.keyClass == keyClass ? 1 : 0 }
    }
}

extension Blueprint {
    /// Items wanted on each of the five levels, easiest first.
    var levelTargets: [Int] {
        let wanted = Share.apportion(itemCount, by: difficulties.map(\.share))
        let byLevel = Dictionary(zip(difficulties.map(\.difficulty), wanted), uniquingKeysWith: +)
        return Difficulty.allCases.map { byLevel[$0] ?? 0 }
    }

    /// Groups of indices into the pool of which a form takes one at most: the blueprint's groups, then the bank's pairs.
    func enemyGroups(in pool: [PoolEntry]) -> [[Int]] {
        let places = Dictionary(pool.enumerated().map { ($0.element.item.id, $0.offset) }) { first, _ in first }
        var groups = rules.enemies.map { group in Set(group.compactMap { places[$0] }).sorted() }
        var pairs: Set<[Int]> = []
        for (index, item) in pool.enumerated() {
            for enemy in item.enemies.compactMap({ places[$0] }) where enemy != index {
                pairs.insert([min(index, enemy), max(index, enemy)])
            }
        }
        groups += pairs.sorted { $0.lexicographicallyPrecedes($1) }
        return groups.filter { $0.count > 1 }
    }
}
