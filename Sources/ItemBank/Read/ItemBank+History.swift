package import AnswerKey
package import ExamModel
import Foundation
import GRDB

extension ItemBank {
    /// Everything that was done to an item, oldest first.
    package func history(of entry: BankEntry) throws(Refusal) -> [Change] {
        try guarding {
            try database.read { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT action, by, at, reason, itemVersion, keyVersion, state FROM change
                        WHERE number = ? ORDER BY sequence
                        """,
                    arguments: [entry.number]
                ).map { row in
                    guard let action = Change.Action(rawValue: row[0]), let state = ItemState(rawValue: row[6]) else {
                        throw Refusal.damaged(entry.id.text)
                    }
                    let at = Date(timeIntervalSince1970: TimeInterval(row[2] as Int64))
                    return Change(
                        action: action, note: ChangeNote(by: row[1], at: at, reason: row[3]), itemVersion: row[4],
                        keyVersion: row[5], state: state)
                }
            }
        }
    }

    /// An item in given versions of its text and its key; nil when there are none.
    package func version(_ item: Int, key: Int, of entry: BankEntry) throws(Refusal) -> KeyedItem? {
        try guarding {
            try database.read { database in
                try Row.fetchOne(
                    database, sql: BankEntry.versions, arguments: [item, key, entry.number]
                ).map { try BankEntry(row: $0).keyed }
            }
        }
    }
}

extension BankEntry {
    /// ``newest``, but in versions given as arguments, of the item whose number follows.
    fileprivate static let versions =
        newest.replacingOccurrences(of: "entry.itemVersion", with: "?")
        .replacingOccurrences(of: "entry.keyVersion", with: "?") + " WHERE entry.number = ?"
}
