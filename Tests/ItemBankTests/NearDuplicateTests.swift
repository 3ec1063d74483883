import AnswerKey
import ExamModel
import Foundation
import ItemBank
import Testing

/// Near-duplicates against the definition, counted out pair by pair.
struct NearDuplicateTests {
    /// Shared pairs of characters over all pairs, each as often as it stands there, in thousandths.
    private func similarity(_ left: [String], _ right: [String]) -> Int {
        func bag(_ fields: [String]) -> [String: Int] {
            var bag: [String: Int] = [:]
            for field in fields {
                let letters = field.map(String.init)
                if letters.count == 1 { bag[letters[0], default: 0] += 1 }
                for index in letters.indices.dropFirst() { bag[letters[index - 1] + letters[index], default: 0] += 1 }
            }
            return bag
        }
        let (one, other) = (bag(left), bag(right))
        let shared = one.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
        let all = one.values.reduce(0, +) + other.values.reduce(0, +) - shared
        return all == 0 ? 0 : shared * 1000 / all
    }

    @Test(arguments: [500, 700, 800, 900, 1000], [1, 2, 3] as [UInt64])
    func findsWhatTheDefinitionSays(threshold: Int, seed: UInt64) throws {
        var generator = SeededGenerator(try #require(Seed(text: "\(seed)")), stream: "near")
        let letters = Array("工伤认定申请单位职工三十日内提出保险费待遇")
        var texts: [[String]] = []
        for index in 0..<150 {
            if index % 3 == 0 || texts.isEmpty {
                texts.append(
                    (0..<3).map { _ in
                        String((0..<(3 + generator.below(12))).map { _ in letters[generator.below(letters.count)] })
                    })
            } else {
                var copy = texts[generator.below(texts.count)]
                for _ in 0...generator.below(3) {
                    let field = generator.below(copy.count)
                    var changed = Array(copy[field])
                    changed[generator.below(changed.count)] = letters[generator.below(letters.count)]
                    copy[field] = String(changed)
                }
                copy.swapAt(0, generator.below(copy.count))
                texts.append(copy)
            }
        }
        let pairs = NearDuplicates(texts, threshold: threshold).pairs()
        for second in texts.indices {
            let expected = (0..<second).map { similarity(texts[$0], texts[second]) }.filter { $0 >= threshold }
                .sorted(by: >).prefix(NearDuplicates.pairsPerText)
            let found = pairs.filter { $0.second == second }.map(\.similarity)
            #expect(found.sorted(by: >) == Array(expected), "seed \(seed), text \(second)")
        }
        #expect(pairs.allSatisfy { similarity(texts[$0.first], texts[$0.second]) == $0.similarity })
        #expect(pairs.map(\.similarity) == pairs.map(\.similarity).sorted(by: >))
    }

    /// Thousands of items of one template cost no more than as many different ones, and the copy among them is found.
    @Test func aTemplateDoesNotStopTheSearch() {
        var texts = (0..<4000).map { ["第\($0)号事项应当在受理之日起日内办结", "\($0 % 7)日", "\($0 % 11)日"] }
        texts.append(["职工累计工作已满一年不满十年的年休假为五天", "5", "10"])
        texts.append(["职工累计工作已满一年不满十年的年休假是五天", "5", "10"])
        let pairs = NearDuplicates(texts, threshold: 800).pairs()
        #expect(pairs.contains { $0.first == 4000 && $0.second == 4001 })
        #expect(pairs.count <= texts.count * NearDuplicates.pairsPerText)
    }

    @Test func theBankComparesWhatIsAskedAndSaysWhoAnswersOtherwise() throws {
        let sample = try Sample()
        let copy = Sample.leave.with(stem: "职工累计工作已满１年，不满10年的,年休假是（）天。", answer: .options([1]))
        let outcome = try sample.bank.store(
            [(copy, Sample.place)], ImportOrder(.by("李某"), similarity: 800))
        let pair = try #require(outcome.similar.first)
        #expect(outcome.similar.count == 1)
        #expect(pair.first.keyed.item.stem == Sample.leave.stem && !pair.haveSameAnswer)
        #expect(try sample.bank.similarItems(threshold: 800).count == 1)
        _ = try sample.bank.retire(pair.second.id, .by("李某"))
        #expect(try sample.bank.similarItems(threshold: 800).isEmpty)
    }
}
