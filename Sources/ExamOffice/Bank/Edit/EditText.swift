import AnswerKey
import BankFile
import ExamModel
import Foundation
import ItemBank

/// An item as a text to be edited, in the ministry's layout, and what a person made of it.
enum EditText {
    /// Refuses, with NOT_EXPORTABLE, an item whose text would not read back as it is.
    static func of(_ entry: BankEntry) throws(Refusal) -> String {
        String(decoding: try BankExport.data([DraftItem(entry.keyed)], as: .txt), as: UTF8.self)
    }

    /// Reads an edited text. Refused with everything that is wrong in it, or when it holds another number of items
    /// than one.
    static func draft(from file: URL) throws(Refusal) -> DraftItem {
        let contents = try BankFile.read(file)
        let errors = contents.findings.filter { $0.severity == .error }
        guard errors.isEmpty else { throw Refusal(errors) }
        guard contents.items.count == 1, let item = contents.items.first else {
            throw Refusal(
                .notOneItem, at: Place(file: contents.file), "这里应当是一道题，却读出 \(contents.items.count) 道；请检查题号和选项的写法",
                "one item belongs here, \(contents.items.count) were found; check the numbering")
        }
        return item.draft
    }
}

extension FindingCode {
    static let notOneItem: FindingCode = "NOT_ONE_ITEM"
}
