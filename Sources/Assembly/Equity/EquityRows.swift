import ExamModel

/// The blueprint's rows, as the equity report shows them.
struct EquityRows {
    private(set) var rows: [EquityRow] = []
    /// What each row counts, from the items of a form's sections.
    private var measures: [([[PoolEntry]]) -> Int] = []

    init(_ blueprint: Blueprint, pool: [PoolEntry]) {
        for (number, section) in blueprint.sections.enumerated() {
            let counts = Share.apportion(section.count, by: blueprint.topics.map(\.share))
            for (topic, count) in zip(blueprint.topics, counts) {
                let name = Bilingual("\(section.title)·\(topic.domain)", "\(section.title), \(topic.domain)")
                let slack = blueprint.topicTolerance
                rows.append(EquityRow(group: .topic, name: name, least: max(0, count - slack), most: count + slack))
                measures.append { sections in sections[number].count { $0.item.topic.domain == topic.domain } }
            }
        }
        for (level, target) in zip(Difficulty.allCases, blueprint.levelTargets) {
            let slack = blueprint.difficultyTolerance
            rows.append(EquityRow(group: .level, name: level.name, least: max(0, target - slack), most: target + slack))
            measures.append { sections in sections.joined().count { $0.item.difficulty == level } }
        }
        for (number, section) in blueprint.sections.enumerated()
        where [.singleChoice, .trueFalse].contains(section.type) {
            addKeys(number, section, blueprint.rules.keyBalance, pool)
        }
        addRules(blueprint)
    }

    mutating func add(_ row: EquityRow, _ measure: @escaping ([[PoolEntry]]) -> Int) {
        rows.append(row)
        measures.append(measure)
    }

    /// Where the right answers of a section stand.
    private mutating func addKeys(
        _ number: Int, _ section: BlueprintSection, _ balance: KeyBalance?, _ pool: [PoolEntry]
    ) {
        let classes = Set(pool.filter { section.admits($0.item) }.compactMap(\.keyClass)).sorted()
        guard classes.count > 1 else { return }
        let slack = section.type == .trueFalse ? balance?.judgement : balance?.letters
        for keyClass in classes {
            let letter =
                section.type == .trueFalse ? (keyClass == 0 ? "正确" : "错误") : Item.Option.letter(at: keyClass)
            rows.append(
                EquityRow(
                    group: .key, name: Bilingual("\(section.title)·答案 \(letter)", "\(section.title), key \(letter)"),
                    least: slack.map { max(0, section.count / classes.count - $0) } ?? 0,
                    most: slack.map {
                        min(section.count, (section.count + classes.count - 1) / classes.count + $0)
                    }))
            measures.append { sections in sections[number].count { $0.keyClass == keyClass } }
        }
    }

    func counts(in form: Form, _ entries: [ItemReference: PoolEntry]) -> [Int] {
        let sections = form.sections.map { $0.items.compactMap { entries[$0] } }
        return measures.map { $0(sections) }
    }
}
