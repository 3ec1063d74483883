import Assembly
import ExamModel
import Testing

/// Random small banks and blueprints, feasible and infeasible, against trying every form that there is.
struct BruteForceTests {
    private struct Case {
        let pool: [PoolEntry]
        let blueprint: Blueprint

        init(_ number: Int) {
            var generator = SeededGenerator(Seed(text: String(number, radix: 16)) ?? Seed.zero, stream: "brute-force")
            let size = 6 + generator.below(6)
            pool = (0..<size).map { index in
                var entry = PoolEntry(
                    Item(
                        id: ItemID("Q\(10 + index)"), type: generator.below(3) == 0 ? .trueFalse : .singleChoice,
                        stem: "题", options: [], topic: Topic(text: generator.below(2) == 0 ? "甲" : "乙"),
                        difficulty: Difficulty(rawValue: 1 + generator.below(3)) ?? .easy))
                entry.p = 300 + generator.below(7) * 100
                entry.seconds = 60
                entry.source = generator.below(2) == 0 ? "大纲" : "自编"
                if generator.below(4) == 0 { entry.enemies = [ItemID("Q\(10 + generator.below(size))")] }
                return entry
            }
            let half = Share(basisPoints: 5000)
            let thirds = [3333, 3333, 3334].map { Share(basisPoints: $0) }
            var rules = BlueprintRules()
            if generator.below(2) == 0 {
                rules.meanP = StatisticTarget(target: 400 + generator.below(5) * 100, tolerance: generator.below(60))
            }
            if generator.below(3) == 0 { rules.sources = [SourceShare(source: "大纲", least: half)] }
            if generator.below(4) == 0 { rules.mustHave = [ItemID("Q\(10 + generator.below(size))")] }
            var sections = [
                BlueprintSection(
                    title: "单选", type: .singleChoice, count: 2 + generator.below(2), marks: Mark(1), scoring: .exact)
            ]
            if generator.below(2) == 0 {
                sections.append(
                    BlueprintSection(title: "判断", type: .trueFalse, count: 1, marks: Mark(1), scoring: .exact))
            }
            blueprint = Blueprint(
                forms: 1 + generator.below(2), sections: sections,
                topics: ["甲", "乙"].map { TopicShare(domain: $0, share: half) }, topicTolerance: generator.below(2),
                difficulties: zip(Difficulty.allCases, thirds).map { DifficultyShare(difficulty: $0, share: $1) },
                difficultyTolerance: generator.below(3), rules: rules)
        }

        /// Whether any forms hold, by the checker alone.
        var isFeasible: Bool {
            let single = FormChecker(blueprint.with(forms: 1), pool: pool)
            let sound = forms(from: pool[...], sections: blueprint.sections[...]).filter {
                single.findings(in: [Form(id: "A", sections: $0)]).isEmpty
            }.map { Form(id: "A", sections: $0) }
            guard blueprint.forms == 2 else { return !sound.isEmpty }
            let checker = FormChecker(blueprint, pool: pool)
            for (index, first) in sound.enumerated() {
                for second in sound[index...] {
                    let pair = [first, Form(id: "B", sections: second.sections)]
                    if checker.findings(in: pair).isEmpty { return true }
                }
            }
            return false
        }

        private func forms(from pool: ArraySlice<PoolEntry>, sections: ArraySlice<BlueprintSection>) -> [[FormSection]]
        {
            guard let section = sections.first else { return [[]] }
            let fitting = pool.filter { $0.item.type == section.type }
            let rest = forms(from: pool, sections: sections.dropFirst())
            return Self.choices(section.count, of: fitting[...]).flatMap { chosen in
                let items = chosen.map { ItemReference(id: $0.item.id, version: 1) }
                let filled = FormSection(
                    title: section.title, type: section.type, marks: section.marks, scoring: section.scoring,
                    items: items)
                return rest.map { [filled] + $0 }
            }
        }

        private static func choices(_ count: Int, of pool: ArraySlice<PoolEntry>) -> [[PoolEntry]] {
            guard count > 0 else { return [[]] }
            guard let first = pool.first else { return [] }
            return choices(count - 1, of: pool.dropFirst()).map { [first] + $0 } + choices(count, of: pool.dropFirst())
        }
    }

    /// Cases in which one item names an enemy that does not name it.
    private static let oneSided = [185, 202]

    @Test func agreesWithTryingEverything() throws {
        var counts = (found: 0, impossible: 0, notFound: 0, missed: 0)
        for number in Array(1...60) + Self.oneSided {
            let sample = Case(number)
            let feasible = sample.isFeasible
            do {
                let forms = try Assembler(sample.blueprint, pool: sample.pool).forms(
                    seed: try #require(Seed(text: "5eed")))
                #expect(FormChecker(sample.blueprint, pool: sample.pool).findings(in: forms) == [], "case \(number)")
                #expect(feasible, "case \(number)")
                counts.found += 1
            } catch let failure as AssemblyFailure {
                let proven = !failure.causes.contains { $0.code == .formsNotFound }
                #expect(!proven || !feasible, "case \(number): \(failure.causes.map(\.message.chinese))")
                if proven { counts.impossible += 1 } else { counts.notFound += 1 }
                if feasible { counts.missed += 1 }
            }
        }
        // Small cases are searched well enough to find what there is.
        #expect(counts.missed == 0, "\(counts)")
        #expect(counts.found > 10 && counts.impossible > 10, "\(counts)")
    }
}

extension Seed {
    fileprivate static let zero = Seed(text: "0")!
}
