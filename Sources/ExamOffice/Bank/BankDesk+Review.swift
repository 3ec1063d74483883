import ExamModel
import ItemBank
import Ledger

extension BankDesk {
    /// Reviews, approves or sends back the named items, each on its own (`bank review`).
    func review(
        _ ids: [String], _ verdict: ItemBank.Verdict, by person: String, reason: String
    ) throws(Refusal) -> BankChanges {
        try change(ids, .bankReview, by: person) { bank, id throws(Refusal) in
            try bank.review(id, verdict, ChangeNote(by: person, at: clock(), reason: reason))
        }
    }

    func retire(_ ids: [String], by person: String, reason: String) throws(Refusal) -> BankChanges {
        try change(ids, .bankRetire, by: person) { bank, id throws(Refusal) in
            try bank.retire(id, ChangeNote(by: person, at: clock(), reason: reason))
        }
    }

    func restore(_ ids: [String], by person: String, reason: String) throws(Refusal) -> BankChanges {
        try change(ids, .bankRestore, by: person) { bank, id throws(Refusal) in
            try bank.restore(id, ChangeNote(by: person, at: clock(), reason: reason))
        }
    }

    /// Does one thing to each of the items; those that cannot have it done are reported, the others have it.
    private func change(
        _ ids: [String], _ action: LedgerAction, by person: String,
        _ body: (ItemBank, ItemID) throws(Refusal) -> BankEntry
    ) throws(Refusal) -> BankChanges {
        try changing(
            action,
            { bank throws(Refusal) in
                var changes = BankChanges()
                for id in ids {
                    do throws(Refusal) {
                        let id = try bank.entry(id)?.id ?? ItemID(id)
                        changes.add(try body(bank, id))
                    } catch {
                        changes.add(error.findings)
                    }
                }
                guard !changes.items.isEmpty else { throw Refusal(changes.findings) }
                return changes
            },
            note: { changes in
                ["by": person, "items": changes.items.map(\.id.text).joined(separator: " ")]
            })
    }
}
