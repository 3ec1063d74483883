import ExamModel
import Foundation
import ItemBank
import Ledger

extension BankDesk {
    /// Makes every two of the items enemies, or no longer (`bank enemies`).
    func setEnemies(
        _ ids: [String], _ areEnemies: Bool, by person: String, reason: String
    ) throws(Refusal) -> BankChanges {
        try changing(
            .bankEnemies,
            { bank throws(Refusal) in
                let note = ChangeNote(by: person, at: clock(), reason: reason)
                var entries: [BankEntry] = []
                for id in ids { entries.append(try ItemDossier(id, in: bank).entry) }
                try bank.setEnemies(entries.map(\.id), areEnemies, note)
                var changes = BankChanges()
                for entry in entries { changes.add(entry) }
                return changes
            },
            note: { changes in ["by": person, "items": changes.items.map(\.id.text).joined(separator: " ")] })
    }

    /// Replaces the syllabus's weights (`bank syllabus`).
    func setSyllabus(
        _ rows: [(topic: Topic, share: Share)], from file: URL, by person: String
    ) throws(Refusal) {
        try changing(
            .bankSettings, inputs: [file], { bank throws(Refusal) in try bank.setSyllabus(rows) },
            note: { _ in ["by": person] })
    }

    /// Reads or sets what the bank asks of everybody (`bank settings`).
    func settings(review: Bool?) throws(Refusal) -> BankSettingsDocument {
        guard let review else { return BankSettingsDocument(review: try reading().asksForReview()) }
        return try changing(
            .bankSettings, makes: true,
            { bank throws(Refusal) in
                try bank.setAsksForReview(review)
                return BankSettingsDocument(review: review)
            },
            note: { ["review": $0.review] })
    }
}

/// The document of `bank settings --json`.
struct BankSettingsDocument: Encodable {
    /// `required`, or `trusted`: imported items may go on papers at once.
    let review: String

    init(review: Bool) {
        self.review = review ? "required" : "trusted"
    }
}
