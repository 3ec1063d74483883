import Assembly
import ExamModel
import Testing

struct AssemblerTests {
    /// A bank of invented items: `perCell` for each type and domain, levels cycling.
    private func bank(perCell: Int, domains: [String] = ["甲", "乙", "丙"], levels: [Difficulty] = Difficulty.allCases)
        -> [Item]
    {
        let types: [ItemType] = [.singleChoice, .multipleChoice, .trueFalse]
        return types.flatMap { type in
            domains.flatMap { domain in
                (0..<perCell).map { index in
                    Item(
                        id: ItemID("\(type.rawValue)-\(domain)-\(index)"), type: type, stem: "题\(index)",
                        options: Item.Option.judgement, topic: Topic(text: domain + "/细目"),
                        difficulty: levels[index % levels.count])
                }
            }
        }
    }

    private func blueprint(forms: Int = 2, count: Int = 20, tolerance: Int = 0) -> Blueprint {
        let shares = zip(["甲", "乙", "丙"], ["50%", "30%", "20%"]).compactMap { domain, share in
            Share(text: share).map { TopicShare(domain: domain, share: $0) }
        }
        let levels = zip(Difficulty.allCases, ["15%", "25%", "30%", "20%", "10%"]).compactMap { level, share in
            Share(text: share).map { DifficultyShare(difficulty: level, share: $0) }
        }
        let types: [ItemType] = [.singleChoice, .multipleChoice, .trueFalse]
        return Blueprint(
            forms: forms,
            sections: types.map {
                BlueprintSection(title: $0.name.chinese, type: $0, count: count, marks: Mark(1), scoring: .exact)
            }, topics: shares, difficulties: levels, difficultyTolerance: tolerance)
    }

    @Test func everyFormIsWhatTheBlueprintSays() throws {
        let items = bank(perCell: 60)
        for number in 0..<20 {
            let seed = try #require(Seed(text: String(number, radix: 16)))
            let blueprint = blueprint(forms: 1 + number % 4)
            let forms = try Assembler(blueprint, pool: items).forms(seed: seed)
            #expect(FormChecker(blueprint, bank: items).findings(in: forms) == [], "seed \(seed)")
        }
    }

    @Test func theSeedDecidesAndTheOrderOfTheBankDoesNot() throws {
        let items = bank(perCell: 40)
        let seed = try #require(Seed(text: "c0ffee"))
        let other = try #require(Seed(text: "c0ffed"))
        let forms = try Assembler(blueprint(), pool: items).forms(seed: seed)
        #expect(try Assembler(blueprint(), pool: items.reversed()).forms(seed: seed) == forms)
        #expect(try Assembler(blueprint(), pool: items).forms(seed: other) != forms)
    }

    /// Pinned: a seed that was published must give the same forms in later versions.
    @Test func aPublishedSeedKeepsItsForms() throws {
        let forms = try Assembler(blueprint(count: 4), pool: bank(perCell: 6)).forms(
            seed: try #require(Seed(text: "20200620")))
        let written = forms.map { form in
            form.sections.map { $0.items.map(\.id.description).joined(separator: " ") }
        }
        #expect(
            written == [
                [
                    "single-choice-甲-1 single-choice-丙-1 single-choice-乙-1 single-choice-甲-3",
                    "multiple-choice-乙-2 multiple-choice-丙-2 multiple-choice-甲-2 multiple-choice-甲-5",
                    "true-false-乙-5 true-false-甲-3 true-false-丙-2 true-false-甲-4",
                ],
                [
                    "single-choice-丙-2 single-choice-甲-4 single-choice-乙-5 single-choice-甲-2",
                    "multiple-choice-甲-3 multiple-choice-丙-5 multiple-choice-甲-1 multiple-choice-乙-1",
                    "true-false-甲-1 true-false-乙-2 true-false-丙-3 true-false-甲-2",
                ],
            ])
    }

    /// Short seeds differ in few bits, and draw as evenly as any.
    @Test func everyItemIsDrawnEquallyOften() throws {
        let items = bank(perCell: 20, domains: ["甲"], levels: [.medium])
        let blueprint = Blueprint(
            forms: 1,
            sections: [BlueprintSection(title: "单选", type: .singleChoice, count: 5, marks: Mark(1), scoring: .exact)],
            topics: [TopicShare(domain: "甲", share: .whole)],
            difficulties: [DifficultyShare(difficulty: .medium, share: .whole)], difficultyTolerance: 0)
        var uses: [ItemID: Int] = [:]
        for number in 1...80 {
            let seed = try #require(Seed(text: String(number, radix: 16)))
            let forms = try Assembler(blueprint, pool: items).forms(seed: seed)
            for item in forms[0].items { uses[item.id, default: 0] += 1 }
        }
        let chiSquare = uses.values.reduce(0.0) { $0 + Double(($1 - 20) * ($1 - 20)) / 20 }
        #expect(uses.count == 20 && chiSquare < 43.8, "\(chiSquare)")  // 0.1 % point with 19 degrees of freedom
    }

    @Test func whatTheBankCannotGiveIsSaidBeforeAnyWork() throws {
        let assembler = Assembler(blueprint(forms: 3), pool: bank(perCell: 25))
        #expect(assembler.shortages.map(\.wanted) == [30, 30, 30])
        #expect(assembler.shortages.map(\.available) == [25, 25, 25])
        let failure = #expect(throws: AssemblyFailure.self) { try assembler.forms(seed: try #require(Seed(text: "1"))) }
        #expect(failure?.causes.count == 3)
        #expect(
            failure?.causes.first?.message.chinese.hasPrefix("“单选题”·甲：3 套试卷共要 30 题，题库已审定、可用的只有 25 题，还差 5 题") == true)
    }

    @Test func sectionsOfOneTypeShareTheirBank() {
        let twice = Blueprint(
            forms: 1, sections: [blueprint(count: 30).sections[0], blueprint(count: 30).sections[0]],
            topics: blueprint().topics, difficulties: blueprint().difficulties, difficultyTolerance: 9)
        #expect(Assembler(twice, pool: bank(perCell: 20)).shortages.map(\.section) == [1])
        #expect(Assembler(twice, pool: bank(perCell: 30)).shortages.isEmpty)
    }

    @Test func sectionsOfOneTypeNeverShareAnItem() throws {
        let plain = blueprint(count: 10)
        let types = plain.sections + plain.sections.prefix(2)
        let sections = types.enumerated().map { index, section in
            BlueprintSection(
                title: "第\(index)部分", type: section.type, count: section.count, marks: Mark(index + 1), scoring: .exact)
        }
        let blueprint = Blueprint(
            forms: 3, sections: sections, topics: plain.topics, difficulties: plain.difficulties, difficultyTolerance: 1
        )
        for (number, perCell) in (0..<10).flatMap({ number in [30, 31, 40].map { (number, $0) } }) {
            let seed = try #require(Seed(text: String(number, radix: 16)))
            let items = bank(perCell: perCell)
            let forms = try Assembler(blueprint, pool: items).forms(seed: seed)
            #expect(FormChecker(blueprint, bank: items).findings(in: forms) == [], "seed \(seed), \(perCell) items")
        }
    }

    @Test func shortagesStandInTheOrderOfTheBlueprint() {
        let plain = blueprint(count: 20)
        let twice = Blueprint(
            forms: 1, sections: [plain.sections[0], plain.sections[1], plain.sections[0]], topics: plain.topics,
            difficulties: plain.difficulties, difficultyTolerance: 9)
        let shortages = Assembler(twice, pool: bank(perCell: 9)).shortages
        #expect(shortages.map(\.section) == [0, 1, 2, 2])
        #expect(shortages.map(\.domain) == ["甲", "甲", "甲", "乙"])
        #expect(shortages.map(\.available) == [9, 9, 0, 3])
    }

    @Test func levelsThatTheBankLacksAreProvenImpossible() throws {
        let assembler = Assembler(blueprint(tolerance: 2), pool: bank(perCell: 40, levels: [.easy, .medium]))
        let failure = #expect(throws: AssemblyFailure.self) { try assembler.forms(seed: try #require(Seed(text: "1"))) }
        #expect(failure?.causes.map(\.code) == Array(repeating: .blueprintImpossible, count: 3))
        #expect(failure?.causes.last?.rules == [.level(.hard)])
    }

    @Test func anExactlySufficientBankIsUsedUp() throws {
        let items =
            bank(perCell: 20).filter { $0.topic.domain == "甲" } + bank(perCell: 12).filter { $0.topic.domain == "乙" }
            + bank(perCell: 8).filter { $0.topic.domain == "丙" }
        let blueprint = blueprint(tolerance: 60)
        let forms = try Assembler(blueprint, pool: items).forms(seed: try #require(Seed(text: "5")))
        #expect(Set(forms.flatMap(\.items).map(\.id)).count == items.count)
    }
}
