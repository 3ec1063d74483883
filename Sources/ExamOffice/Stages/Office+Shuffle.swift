import Assembly
import ExamModel
import ExamSettings
import Foundation
import ItemBank
import Sealing

extension Office {
    /// How the forms of an assembly are put in another order for each candidate; nil when the blueprint wants none.
    func shufflePlan(_ record: AssemblyRecord, items: [Item]) throws(Refusal) -> ShufflePlan? {
        let rules = try folder.readBlueprint().blueprint.rules.shuffle
        guard rules.items || rules.options else { return nil }
        let locks = try optionLocks(of: items, rules)
        return ShufflePlan(
            seed: Self.shuffleSeed(of: record.seed), items: rules.items, options: rules.options,
            locked: locks.keys.sorted())
    }

    /// Why options keep their order, for each item or sub-item where they do.
    func optionLocks(of items: [Item], _ rules: ShuffleRules) throws(Refusal) -> [ItemID: OptionLock] {
        let byHand = Dictionary(
            try ItemBank(reading: try existingBank()).pool().map { ($0.id, $0.mayShuffle) },
            uniquingKeysWith: { first, _ in first })
        var locks: [ItemID: OptionLock] = [:]
        for item in items {
            for question in item.questions {
                locks[question.id] = OptionLock(
                    question, keepsOrdered: rules.keepsOrdered, mayShuffle: byHand[item.id].flatMap(\.self))
            }
        }
        return locks
    }

    /// Tells nothing of the seed that the forms were drawn from.
    static func shuffleSeed(of seed: Seed) -> String {
        Digest(of: Data("kaochang-shuffle\n\(seed)".utf8)).description
    }
}
