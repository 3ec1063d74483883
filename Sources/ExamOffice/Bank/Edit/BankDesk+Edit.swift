import AnswerKey
import BankFile
import ExamModel
import Foundation
import ItemBank
import Ledger

extension BankDesk {
    /// Replaces an item by what a file says of it (`bank edit --from`).
    func edit(_ id: String, from file: URL, by person: String, reason: String) throws(Refusal) -> BankChanges {
        let held = try held(id)
        return try edit(held, to: EditText.draft(from: file), by: person, reason: reason)
    }

    /// Lets a person edit an item in the editor. Mistakes are shown and the editor opens again; whoever gives up, or
    /// cannot be stored, keeps the text, and is told where.
    ///
    /// - Parameter again: asks, after the mistakes were shown, whether to open the editor once more.
    func editInEditor(
        _ id: String, by person: String, reason: String, again: ([Finding]) -> Bool
    ) throws(Refusal) -> BankChanges {
        let held = try held(id)
        let editor = try TextEditor(text: EditText.of(held), name: "\(held.id).txt")
        while true {
            try editor.edit()
            do throws(Refusal) {
                let draft = try EditText.draft(from: editor.file)
                let changes = try edit(held, to: draft, by: person, reason: reason)
                editor.discard()
                return changes
            } catch {
                guard again(error.findings) else { throw Refusal(error.findings + [.textKept(editor.file)]) }
            }
        }
    }

    func edit(
        _ held: BankEntry, to draft: DraftItem, by person: String, reason: String
    ) throws(Refusal) -> BankChanges {
        try changing(
            .bankEdit,
            { bank throws(Refusal) in
                let edited = try bank.edit(held, to: draft, ChangeNote(by: person, at: clock(), reason: reason))
                var changes = BankChanges()
                if edited != held { changes.add(edited) }
                return changes
            },
            note: { $0.items.isEmpty ? nil : ["by": person, "items": held.id.text] })
    }

    /// Sets by hand whether an item's options may be put in another order (`bank edit --shuffle`).
    func setShuffle(_ id: String, _ mayShuffle: Bool?, by person: String, reason: String) throws(Refusal) -> BankChanges
    {
        let held = try held(id)
        return try changing(
            .bankEdit,
            { bank throws(Refusal) in
                var changes = BankChanges()
                changes.add(
                    try bank.setShuffle(mayShuffle, of: held.id, ChangeNote(by: person, at: clock(), reason: reason)))
                return changes
            },
            note: { _ in ["by": person, "items": held.id.text] })
    }

    private func held(_ id: String) throws(Refusal) -> BankEntry {
        try ItemDossier(id, in: reading()).entry
    }
}

extension Finding {
    fileprivate static func textKept(_ file: URL) -> Finding {
        Finding(
            .error, .notStored, at: Place(file: file.path),
            Bilingual(
                "没有写入题库；改过的文稿留在这里，改好后可用 bank edit --from 写入",
                "not stored; the text is kept here: mend it and store it with bank edit --from"))
    }
}

extension FindingCode {
    static let notStored: FindingCode = "NOT_STORED"
}
