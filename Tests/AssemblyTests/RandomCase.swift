import Assembly
import ExamModel

/// A random bank and a random blueprint that uses every kind of rule now and then: about half of them can be met.
struct RandomCase {
    let pool: [PoolEntry]
    let blueprint: Blueprint

    private static let topics = ["甲", "乙", "丙"]
    private static let types: [ItemType] = [.singleChoice, .trueFalse, .multipleChoice]

    init(_ number: Int) {
        var generator = SeededGenerator(
            Seed(text: String(number, radix: 16)) ?? Seed(text: "0")!, stream: "random-case")
        let size = 24 + generator.below(50)
        pool = (0..<size).map { Self.entry($0, of: size, &generator) }
        let sections = Self.sections(&generator)
        let count = sections.reduce(0) { $0 + $1.count }
        let forms = 1 + generator.below(4)
        blueprint = Blueprint(
            forms: forms, sections: sections,
            topics: zip(Self.topics, Self.shares(3, &generator)).map { TopicShare(domain: $0, share: $1) },
            topicTolerance: generator.below(3),
            difficulties: zip(Difficulty.allCases, Self.shares(5, &generator)).map {
                DifficultyShare(difficulty: $0, share: $1)
            }, difficultyTolerance: generator.below(3),
            rules: Self.rules(forms: forms, items: count, sections: sections, pool, &generator))
    }

    private static func entry(_ index: Int, of size: Int, _ generator: inout SeededGenerator) -> PoolEntry {
        let type = types[[0, 0, 0, 1, 1, 2][generator.below(6)]]
        let level = Difficulty(rawValue: 1 + generator.below(5)) ?? .medium
        var entry = PoolEntry(
            Item(
                id: id(index), type: type, stem: String(repeating: "题", count: 5 + generator.below(40)), options: [],
                topic: Topic(text: topics[generator.below(3)]), difficulty: level))
        if generator.below(5) > 0 { entry.p = min(990, level.nominalP - 80 + generator.below(160)) }
        entry.discrimination = 150 + generator.below(300)
        entry.seconds = 20 + generator.below(80)
        entry.source = generator.below(3) > 0 ? "大纲题库" : "自编"
        entry.articles = generator.below(2) == 0 ? ["工伤保险条例第\(1 + generator.below(6))条"] : []
        entry.exposure = generator.below(4)
        entry.examsSinceUse = generator.below(4) == 0 ? 1 + generator.below(4) : nil
        entry.keyClass = generator.below(type == .trueFalse ? 2 : 4)
        if generator.below(6) == 0 { entry.enemies = [id(generator.below(size))] }
        return entry
    }

    private static func id(_ index: Int) -> ItemID { ItemID("Q\(100 + index)") }

    private static func sections(_ generator: inout SeededGenerator) -> [BlueprintSection] {
        (0...generator.below(3)).map { index in
            BlueprintSection(
                title: "第\(index)题", type: types[index], count: 2 + generator.below(5), marks: Mark(1 + index),
                scoring: .exact, minutes: generator.below(5) == 0 ? 3 + generator.below(4) : nil)
        }
    }

    /// Shares that add up to the whole.
    private static func shares(_ count: Int, _ generator: inout SeededGenerator) -> [Share] {
        let weights = (0..<count).map { _ in 1 + generator.below(4) }
        let sum = weights.reduce(0, +)
        var shares = weights.map { $0 * 10_000 / sum }
        shares[0] += 10_000 - shares.reduce(0, +)
        return shares.map { Share(basisPoints: $0) }
    }

    private static func rules(
        forms: Int, items: Int, sections: [BlueprintSection], _ pool: [PoolEntry], _ generator: inout SeededGenerator
    ) -> BlueprintRules {
        var rules = BlueprintRules()
        if generator.below(2) == 0 { rules.mostUses = 1 + generator.below(3) }
        if rules.mostUses ?? 1 > 1, generator.below(2) == 0 { rules.mostShared = generator.below(5) }
        if generator.below(2) == 0 {
            rules.meanP = StatisticTarget(target: 560 + generator.below(180), tolerance: 1 + generator.below(40))
            if generator.below(3) == 0 {
                rules.spread = StatisticTarget(target: 130 + generator.below(90), tolerance: 5 + generator.below(40))
            }
        }
        if generator.below(4) == 0 {
            rules.discrimination = StatisticTarget(
                target: 250 + generator.below(90), tolerance: 5 + generator.below(30))
        }
        if generator.below(4) == 0 {
            rules.seconds = StatisticTarget(
                target: items * (45 + generator.below(30)), tolerance: 10 + generator.below(60))
        }
        if generator.below(4) == 0 {
            rules.reading = StatisticTarget(
                target: items * (18 + generator.below(14)), tolerance: 5 + generator.below(40))
        }
        if generator.below(3) == 0 {
            rules.sources = [SourceShare(source: "大纲题库", least: Share(basisPoints: 5000 + generator.below(40) * 100))]
        }
        if generator.below(4) == 0 { rules.mustHave = [pool[generator.below(pool.count)].item.id] }
        if generator.below(4) == 0 { rules.barred = [pool[generator.below(pool.count)].item.id] }
        if generator.below(4) == 0 { rules.enemies = [(0..<4).map { id($0 * 5) }] }
        if generator.below(3) == 0 { rules.perArticle = 1 + generator.below(2) }
        if generator.below(5) == 0 { rules.unusedInLast = 1 + generator.below(2) }
        if generator.below(5) == 0 { rules.mostExposure = 2 }
        if generator.below(3) == 0 {
            rules.keyBalance = KeyBalance(
                letters: generator.below(3), judgement: generator.below(3), run: 1 + generator.below(3))
        }
        if generator.below(3) == 0 {
            let least = generator.below(3)
            rules.cells = [
                BlueprintCell(
                    section: generator.below(2) == 0 ? sections[0].title : nil, topic: topics[generator.below(3)],
                    difficulty: Difficulty(rawValue: 1 + generator.below(5)), least: least,
                    most: least + generator.below(2))
            ]
        }
        return rules
    }
}
