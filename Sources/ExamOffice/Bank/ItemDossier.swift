import AnswerKey
import ExamModel
import ItemBank

/// Everything that the bank knows of one item (`bank show`).
struct ItemDossier {
    let entry: BankEntry
    let enemies: [ItemID]
    let performances: [ItemPerformance]
    let history: [Change]
    /// The texts and keys that stood before, newest first, each with the change that brought it.
    let earlier: [(change: Change, keyed: KeyedItem)]

    init(_ id: String, in bank: ItemBank) throws(Refusal) {
        guard let entry = try bank.entry(id) else {
            throw Refusal(
                .unknownBankItem, at: Place(file: id), "题库中没有这道题，请用 kaochang bank search 查找",
                "the bank has no such item; look for it with kaochang bank search")
        }
        self.entry = entry
        enemies = try bank.enemies(of: entry)
        performances = try bank.performances(of: entry)
        history = try bank.history(of: entry)
        var earlier: [(Change, KeyedItem)] = []
        var seen = [entry.keyed]
        for change in history.reversed() {
            let keyed = try bank.version(change.itemVersion, key: change.keyVersion, of: entry)
            guard let keyed, !seen.contains(keyed) else { continue }
            seen.append(keyed)
            earlier.append((change, keyed))
        }
        self.earlier = earlier
    }
}
