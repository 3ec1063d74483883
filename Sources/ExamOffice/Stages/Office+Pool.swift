import AnswerKey
import Assembly
import ExamModel
import ItemBank

extension Office {
    /// What assembly chooses from: the approved items of `bank` with what the bank knows of them.
    func assemblyPool(_ bank: [KeyedItem]) throws(Refusal) -> [PoolEntry] {
        let known = try ItemBank(reading: try existingBank()).pool()
        let exams = PastExams(known)
        let keys = Dictionary(bank.map { ($0.item.id, $0.key) }, uniquingKeysWith: { first, _ in first })
        return known.map { item in
            var entry = PoolEntry(item.item)
            entry.p = item.p
            entry.discrimination = item.discrimination
            entry.articles = item.articles
            entry.source = item.source.isEmpty ? nil : item.source
            entry.enemies = item.enemies.sorted()
            entry.exposure = item.uses.count
            entry.examsSinceUse = item.uses.compactMap { exams.since($0.exam) }.min()
            entry.keyClass = keys[item.id].flatMap { KeyClass(of: item.item, $0)?.number }
            return entry
        }
    }

    /// The pool that forms were assembled from, as it was then.
    func assembledPool(_ bank: [KeyedItem]) throws(Refusal) -> [PoolEntry] {
        let facts = try result([PoolEntry.Facts].self, at: folder.pool, madeBy: "paper assemble")
        let items = Dictionary(
            bank.map { (ItemReference(id: $0.item.id, version: $0.item.version), $0.item) },
            uniquingKeysWith: { first, _ in first })
        return facts.compactMap { fact in
            items[ItemReference(id: fact.id, version: fact.version)].map { PoolEntry($0, fact) }
        }
    }
}

/// The exams that a bank remembers, the last first.
private struct PastExams {
    private let order: [ExamID]

    init(_ pool: [PoolItem]) {
        var exams: [ExamID: PastUse] = [:]
        for use in pool.flatMap(\.uses) where exams[use.exam].map({ $0.ended < use.ended }) ?? true {
            exams[use.exam] = use
        }
        order = exams.values.sorted { ($0.ended, $1.exam) > ($1.ended, $0.exam) }.map(\.exam)
    }

    /// 1 for the last exam.
    func since(_ exam: ExamID) -> Int? { order.firstIndex(of: exam).map { $0 + 1 } }
}

/// Where the right answer of an item stands, as a number that assembly can balance without knowing a key.
private struct KeyClass {
    let number: Int

    /// Nil for items without options. A choice of several options is a class of its own for each set.
    init?(of item: Item, _ key: Key) {
        guard case .options(let right) = key.answer else { return nil }
        let positions = right.compactMap { id in item.options.firstIndex { $0.id == id } }
        guard positions.count == right.count, !positions.isEmpty else { return nil }
        number = positions.count == 1 ? positions[0] : positions.reduce(0) { $0 | 1 << ($1 + 8) }
    }
}
