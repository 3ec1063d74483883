import AnswerKey
import BankFile
import ExamModel
import ItemBank

extension BankDesk {
    /// Items this much alike are pointed out by an import, in thousandths.
    static let similarityOfNote = 800
    /// With more items in a file than this, near-duplicates are left to `bank duplicates`.
    static let similarityLimit = 20_000
}

extension StoreOutcome {
    /// Warnings about new items that are nearly the same as others, at the places where the file has them. An item comes
    /// once, with what is most like it.
    func similarityFindings(of items: PlacedDrafts) -> [Finding] {
        guard !similar.isEmpty else { return [] }
        let added = Set(added)
        let places = Dictionary(zip(ids, items).compactMap { id, item in id.map { ($0, item.place) } }) { first, _ in
            first
        }
        var seen: Set<ItemID> = []
        var findings: [Finding] = []
        for pair in similar {
            let (new, old) = added.contains(pair.second.id) ? (pair.second, pair.first) : (pair.first, pair.second)
            guard let place = places[new.id], added.contains(new.id), seen.insert(new.id).inserted else { continue }
            findings.append(
                .nearDuplicate(
                    at: place, of: old.id.text, stem: old.keyed.item.stem, pair.percent, pair.haveSameAnswer))
        }
        return findings
    }
}

extension BankFileContents {
    /// The same among the items of one file, where there is no bank to compare with.
    func similarityFindings() -> [Finding] {
        guard items.count <= BankDesk.similarityLimit else { return [.tooManyToCompare(file)] }
        var seen: Set<Int> = []
        let pairs = ItemBank.similarDrafts(items.map(\.draft), threshold: BankDesk.similarityOfNote)
        return pairs.filter { seen.insert($0.second).inserted }.map { pair in
            var place = items[pair.first].place
            place.file = nil
            let (first, second) = (items[pair.first].draft, items[pair.second].draft)
            return .nearDuplicate(
                at: items[pair.second].place, of: place.text(in: .chinese), stem: first.stem,
                "\(Mark(thousandths: pair.similarity * 100))%",
                first.options != second.options || first.answer == second.answer)
        }
    }
}

extension Finding {
    fileprivate static func nearDuplicate(
        at place: Place, of other: String, stem: String, _ percent: String, _ haveSameAnswer: Bool
    ) -> Finding {
        let beginning = stem.prefix(30).replacing("\n", with: " ")
        let answers = haveSameAnswer ? Bilingual("", "") : Bilingual("，且答案不同", ", and is answered otherwise")
        return Finding(
            .warning, .nearDuplicate, at: place,
            Bilingual(
                "与 \(other) 近似（相似度 \(percent)）\(answers.chinese)：\(beginning)",
                "nearly the same as \(other) (\(percent))\(answers.english): \(beginning)"))
    }

    static func tooManyToCompare(_ file: String) -> Finding {
        Finding(
            .warning, .nearDuplicate, at: Place(file: file),
            Bilingual(
                "试题很多，导入时未逐一比对近似题；请运行 kaochang bank duplicates",
                "many items: whether some are nearly the same was not looked at; run kaochang bank duplicates"))
    }
}

extension FindingCode {
    static let nearDuplicate: FindingCode = "NEAR_DUPLICATE"
}
