package import AnswerKey
package import ExamModel
import GRDB

/// Two items of the bank that are nearly the same.
package struct SimilarItems: Hashable, Sendable {
    package let first: BankEntry
    package let second: BankEntry
    /// Thousandths: shared pairs of characters over all pairs of characters of the two.
    package let similarity: Int
    /// Whether both are answered alike, as far as that can be seen.
    package let haveSameAnswer: Bool
}

extension ItemBank {
    /// What nearly asks the same, most similar first: stems and options compared, retired items left out.
    ///
    /// - Parameters:
    ///   - threshold: thousandths.
    ///   - newcomers: only pairs with one of these; nil gives all.
    package func similarItems(
        threshold: Int, among newcomers: Set<ItemID>? = nil
    ) throws(Refusal) -> [SimilarItems] {
        try guarding {
            try database.read { try Self.similarItems(threshold: threshold, among: newcomers, in: $0) }
        }
    }

    static func similarItems(
        threshold: Int, among newcomers: Set<ItemID>?, in database: Database
    ) throws -> [SimilarItems] {
        var entries = try entries(in: [.draft, .reviewed, .approved], of: database)
        entries.sort { $0.number < $1.number }
        let begin = newcomers.map { ids in entries.firstIndex { ids.contains($0.id) } ?? entries.count } ?? 0
        let search = NearDuplicates(entries.map { SearchText.asked(in: $0.keyed.item) }, threshold: threshold)
        return search.pairs(from: begin).map { pair in
            let (first, second) = (entries[pair.first], entries[pair.second])
            return SimilarItems(
                first: first, second: second, similarity: pair.similarity,
                haveSameAnswer: first.keyed.isAnswered(like: second.keyed))
        }
    }

    /// The same for drafts that are in no bank: pairs of their places in the list.
    package static func similarDrafts(_ drafts: [DraftItem], threshold: Int) -> [NearDuplicates.Pair] {
        NearDuplicates(drafts.map { SearchText.asked(in: KeyedItem($0).item) }, threshold: threshold).pairs()
    }
}

extension KeyedItem {
    /// Whether two items have the same right options, in words, or the same answer of another kind.
    fileprivate func isAnswered(like other: KeyedItem) -> Bool {
        guard case .options(let right) = key.answer, case .options(let otherRight) = other.key.answer else {
            return key.answer.isSame(as: other.key.answer)
        }
        return item.texts(of: right) == other.item.texts(of: otherRight)
    }
}

extension Item {
    fileprivate func texts(of ids: [OptionID]) -> Set<String> {
        Set(options.filter { ids.contains($0.id) }.map { NormalText.of($0.text) })
    }
}
