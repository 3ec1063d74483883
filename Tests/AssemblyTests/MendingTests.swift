import Assembly
import ExamModel
import Testing

struct MendingTests {
    /// Random cases that have forms, as few as show every outcome: whether more than the item's place has to change; nil
    /// when nothing can stand in for it.
    private static let cases: [(number: Int, more: Bool?)] = [
        (0, true), (4, false), (7, false), (8, nil), (13, true), (16, false), (27, false),
    ]

    @Test(arguments: cases)
    func mendedFormsHoldEveryRuleAndChangeNoMoreThanTheyMust(number: Int, more: Bool?) throws {
        let (sample, seed) = (RandomCase(number), try #require(Seed(text: "5eed")))
        let forms = try Assembler(sample.blueprint, pool: sample.pool).forms(seed: seed)
        let gone = try #require(forms.first?.items.first { !sample.blueprint.rules.mustHave.contains($0.id) }?.id)
        let left = sample.pool.filter { $0.item.id != gone }
        do throws(AssemblyFailure) {
            let new = try Assembler(sample.blueprint, pool: left).mended(forms, without: [gone], seed: seed, round: 0)
            #expect(FormChecker(sample.blueprint, pool: left).findings(in: new) == [])
            let again = try Assembler(sample.blueprint, pool: left.reversed()).mended(
                forms, without: [gone], seed: seed, round: 0)
            #expect(again == new)
            let held = forms.reduce(0) { $0 + $1.items.count { $0.id == gone } }
            let kept = zip(forms, new).reduce(0) { $0 + Set($1.0.items).intersection($1.1.items).count }
            #expect((kept + held < forms.reduce(0) { $0 + $1.items.count }) == more)
        } catch {
            #expect(more == nil && !error.causes.isEmpty, "\(error.causes.map(\.message.english))")
        }
    }

    @Test func everythingElseStaysInItsPlace() throws {
        let items = (0..<40).map {
            PoolEntry(
                Item(
                    id: ItemID("\(100 + $0)"), type: .singleChoice, stem: "题", options: [], topic: Topic(text: "甲"),
                    difficulty: .medium))
        }
        let blueprint = Blueprint(
            forms: 2,
            sections: [BlueprintSection(title: "单选", type: .singleChoice, count: 10, marks: Mark(1), scoring: .exact)],
            topics: [TopicShare(domain: "甲", share: .whole)],
            difficulties: [DifficultyShare(difficulty: .medium, share: .whole)], difficultyTolerance: 0)
        let seed = try #require(Seed(text: "7"))
        let forms = try Assembler(blueprint, pool: items).forms(seed: seed)
        let gone = forms[1].items[3].id
        let new = try Assembler(blueprint, pool: items.filter { $0.item.id != gone }).mended(
            forms, without: [gone], seed: seed, round: 0)
        #expect(new[0] == forms[0])
        #expect(zip(new[1].items, forms[1].items).map { $0 == $1 } == (0..<10).map { $0 != 3 })
    }
}
