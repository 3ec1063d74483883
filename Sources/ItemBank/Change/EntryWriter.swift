import AnswerKey
import ExamModel
import Foundation
import GRDB

/// Writes items, versions and history rows inside a transaction of its caller's.
struct EntryWriter {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// A new item with its first line of history. Returns its number.
    func add(
        _ keyed: KeyedItem, fingerprint: Fingerprint? = nil, state: ItemState, author: String, source: String,
        action: Change.Action, _ note: ChangeNote
    ) throws -> Int64 {
        let item = keyed.item
        try database.cachedStatement(
            sql: """
                INSERT INTO entry
                    (id, type, topic, difficulty, itemVersion, keyVersion, state, author, reviewer, source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?)
                """
        ).execute(arguments: [
            item.id.text, item.type.rawValue, item.topic.description, item.difficulty.rawValue, item.version,
            keyed.key.version, state.rawValue, author, source,
        ])
        let number = database.lastInsertedRowID
        try addVersion(item, fingerprint: fingerprint, of: number)
        try addVersion(keyed.key, of: number)
        try database.cachedStatement(sql: "INSERT INTO search (rowid, text) VALUES (?, ?)")
            .execute(arguments: [number, SearchText.of(keyed).tokens])
        try addChange(action, to: number, keyed, state, note)
        return number
    }

    func addVersion(_ item: Item, fingerprint: Fingerprint? = nil, of number: Int64) throws {
        try database.cachedStatement(sql: "INSERT INTO itemVersion VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(
            arguments: [
                number, item.version, item.type.rawValue, item.stem, try CompactText.options(item.options),
                item.topic.description, item.difficulty.rawValue, try item.whole(),
                (fingerprint ?? Fingerprint(item)).text,
            ])
    }

    func addVersion(_ key: Key, of number: Int64) throws {
        try database.cachedStatement(sql: "INSERT INTO keyVersion VALUES (?, ?, ?, ?)")
            .execute(arguments: [number, key.version, try CompactText.answer(key.answer), key.rationale])
    }

    func addChange(
        _ action: Change.Action, to number: Int64, _ keyed: KeyedItem, _ state: ItemState, _ note: ChangeNote
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO change (number, action, itemVersion, keyVersion, state, by, at, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            number, action.rawValue, keyed.item.version, keyed.key.version, state.rawValue, note.by,
            Int64(note.at.timeIntervalSince1970), note.reason,
        ])
    }

    /// Replaces an item's text and key by newer versions of either, and moves it to `state`.
    func replace(
        _ entry: BankEntry, by keyed: KeyedItem, fingerprint: Fingerprint, state: ItemState, author: String,
        action: Change.Action, _ note: ChangeNote
    ) throws {
        let old = entry.keyed
        if keyed.item.version != old.item.version {
            try addVersion(keyed.item, fingerprint: fingerprint, of: entry.number)
        }
        if keyed.key.version != old.key.version { try addVersion(keyed.key, of: entry.number) }
        try database.execute(
            sql: """
                UPDATE entry SET type = ?, topic = ?, difficulty = ?, itemVersion = ?, keyVersion = ?, state = ?,
                    author = ?, reviewer = '' WHERE number = ?
                """,
            arguments: [
                keyed.item.type.rawValue, keyed.item.topic.description, keyed.item.difficulty.rawValue,
                keyed.item.version, keyed.key.version, state.rawValue, author, entry.number,
            ])
        try database.execute(
            sql: "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)",
            arguments: [entry.number, SearchText.of(old).tokens])
        try database.execute(
            sql: "INSERT INTO search (rowid, text) VALUES (?, ?)",
            arguments: [entry.number, SearchText.of(keyed).tokens])
        try addChange(action, to: entry.number, keyed, state, note)
    }
}
