import ExamModel
import Testing

@testable import Assembly

/// What is named when a blueprint cannot be met, and what is done before that is said.
struct ConflictTests {
    /// 40 single-choice items of each of two topics, with a spread of p.
    private static func bank() -> [PoolEntry] {
        ["甲", "乙"].flatMap { topic in
            (0..<40).map { index in
                var entry = PoolEntry(
                    Item(
                        id: ItemID("\(topic)\(100 + index)"), type: .singleChoice, stem: "题", options: [],
                        topic: Topic(text: topic), difficulty: index % 2 == 0 ? .easy : .medium))
                entry.p = 500 + index * 10
                return entry
            }
        }
    }

    private static func blueprint(
        forms: Int = 1, count: Int = 10, _ change: (inout BlueprintRules) -> Void = { _ in }
    ) -> Blueprint {
        var rules = BlueprintRules()
        change(&rules)
        let half = Share(basisPoints: 5000)
        return Blueprint(
            forms: forms,
            sections: [
                BlueprintSection(title: "单选题", type: .singleChoice, count: count, marks: Mark(1), scoring: .exact)
            ],
            topics: ["甲", "乙"].map { TopicShare(domain: $0, share: half) },
            difficulties: [.easy, .medium].map { DifficultyShare(difficulty: $0, share: half) },
            difficultyTolerance: count, rules: rules)
    }

    private static func causes(_ blueprint: Blueprint, _ pool: [PoolEntry]) -> [RuledOut] {
        Assembler(blueprint, pool: pool).impossibilities
    }

    @Test func mustHavesThatAreEnemiesAreNamed() {
        var pool = Self.bank()
        pool[3].enemies = [pool[7].item.id]
        let (first, second) = (pool[3].item.id, pool[7].item.id)
        let causes = Self.causes(Self.blueprint { $0.mustHave = [first, second] }, pool)
        #expect(causes.map(\.code) == [.blueprintImpossible])
        #expect(causes.first?.rules == [.enemies(first), .mustHave(first), .mustHave(second)])
        #expect(causes.first?.message.chinese.contains("从 must-have 去掉 \(first)、\(second) 中的一题") == true)
    }

    @Test func mustHavesThatATopicHasNoRoomForAreNamed() {
        let pool = Self.bank()
        let six = pool.prefix(6).map(\.item.id)
        let causes = Self.causes(Self.blueprint { $0.mustHave = six }, pool)
        #expect(causes.first?.rules == [.topic(section: 0, topic: 0)] + six.map { .mustHave($0) })
    }

    /// More pairs of enemies than are looked at together, and one group that a topic cannot do without.
    @Test func oneOfVeryManyGroupsIsFound() {
        var pool = Self.bank()
        for index in pool.indices.dropLast(2) {
            pool[index].enemies = [pool[index + 1].item.id, pool[index + 2].item.id]
        }
        let all = pool.prefix(40).map(\.item.id)
        let causes = Self.causes(Self.blueprint { $0.enemies = [all] }, pool)
        #expect(causes.map(\.code) == [.blueprintImpossible])
        #expect(causes.first?.rules == [.topic(section: 0, topic: 0), .enemies(all[0])])
    }

    /// A conflict that does not need the topics names the section.
    @Test func sectionsAreNamedInsteadOfAllTheirTopics() {
        let causes = Self.causes(
            Self.blueprint { $0.meanP = StatisticTarget(target: 875, tolerance: 2) }, Self.bank())
        #expect(causes.first?.rules == [.section(0), .meanP])
    }

    /// Where nothing is said of how often items may be used, a mean that an even use cannot give is no impossibility.
    @Test func oneFormACandidateUsesItemsUnevenlyWhereItMust() throws {
        let blueprint = Self.blueprint(forms: 40, count: 8) {
            $0.delivery = .perCandidate
            $0.meanP = StatisticTarget(target: 855, tolerance: 3)
        }
        let forms = try Assembler(blueprint, pool: Self.bank()).forms(seed: try #require(Seed(text: "5eed")))
        #expect(FormChecker(blueprint, pool: Self.bank()).findings(in: forms) == [])
        var limited = blueprint.rules
        limited.mostUses = 12
        let strict = Blueprint(
            forms: 40, sections: blueprint.sections, topics: blueprint.topics, difficulties: blueprint.difficulties,
            difficultyTolerance: 8, rules: limited)
        #expect(Self.causes(strict, Self.bank()).map(\.code) == [.blueprintImpossible])
    }

    /// What is dealt out fills every place once, and all forms together keep to the levels and the mean.
    @Test(arguments: 1...12) func dealingKeepsWhatAllFormsNeed(number: Int) throws {
        let forms = 5 + number
        let blueprint = Blueprint(
            forms: forms, sections: Self.blueprint().sections, topics: Self.blueprint().topics,
            difficulties: Self.blueprint().difficulties, difficultyTolerance: 1,
            rules: {
                var rules = BlueprintRules()
                rules.mostUses = 8
                rules.meanP = StatisticTarget(target: 735, tolerance: 2)
                return rules
            }())
        let pool = Self.bank()
        let problem = SearchProblem(blueprint, pool: pool)
        var generator = SeededGenerator(try #require(Seed(text: "\(number)")), stream: "deal")
        let feasibility = Feasibility(blueprint: blueprint, problem: problem, leftOut: [])
        let dealt = try #require(feasibility.dealt(&generator))
        #expect(dealt.count == forms && dealt.allSatisfy { Set($0.map(\.item)).count == 10 })
        let items = dealt.joined().map { pool[$0.item] }
        #expect(Dictionary(grouping: items, by: \.item.id).values.allSatisfy { $0.count <= 8 })
        #expect((4 * forms...6 * forms).contains(items.count { $0.item.difficulty == .easy }))
        let off = items.reduce(0) { $0 + $1.expectedP - 735 }
        #expect(abs(off) <= 2 * 10 * forms + 10, "\(off)")
    }
}
