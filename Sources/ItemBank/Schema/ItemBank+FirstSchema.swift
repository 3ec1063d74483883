import AnswerKey
import CanonicalJSON
import ExamModel
import Foundation
import GRDB

extension ItemBank {
    /// Moves what stands in the tables of version 1 into those of version 2. Version 1 knew no states and put every item
    /// on papers, so that its items are approved; only a case, whose sub-items it did not keep, is a draft again.
    static func moveFirstTables(in database: Database) throws {
        let note = ChangeNote(by: "kaochang", at: Date(), reason: "由旧版题库转来")
        let rows = try Row.fetchCursor(
            database, sql: "SELECT DISTINCT id FROM item ORDER BY rowid")
        let writer = EntryWriter(database)
        while let row = try rows.next() {
            let id: String = row["id"]
            let keys = try Row.fetchAll(
                database, sql: "SELECT * FROM key WHERE item = ? ORDER BY version", arguments: [id]
            ).map(Key.init(first:))
            let items = try Row.fetchAll(
                database, sql: "SELECT * FROM item WHERE id = ? ORDER BY version", arguments: [id]
            ).map { try Item(first: $0, blanks: keys.last?.blanks ?? 0) }
            guard let item = items.last, let key = keys.last else { continue }
            let state: ItemState = item.type == .caseSet ? .draft : .approved
            let number = try writer.add(
                KeyedItem(item: item, key: key), state: state, author: "", source: "", action: .imported, note)
            for old in items.dropLast() { try writer.addVersion(old, of: number) }
            for old in keys.dropLast() { try writer.addVersion(old, of: number) }
        }
        try database.execute(sql: "DROP TABLE item; DROP TABLE key")
    }
}

extension Item {
    fileprivate init(first row: Row, blanks: Int) throws {
        guard let type = ItemType(rawValue: row["type"]), let difficulty = Difficulty(rawValue: row["difficulty"])
        else { throw Refusal.damaged(row["id"]) }
        let options = Data((row["options"] as String).utf8)
        self.init(
            id: ItemID(row["id"]), version: row["version"], type: type, stem: row["stem"],
            options: try CanonicalJSON.decodeAny([Item.Option].self, from: options), blanks: blanks,
            topic: Topic(text: row["topic"]), difficulty: difficulty)
    }
}

extension Key {
    /// Version 1 did not say how many blanks an item has; its key does.
    fileprivate var blanks: Int {
        if case .blanks(let texts) = answer { texts.count } else { 0 }
    }

    fileprivate init(first row: Row) throws {
        let answer = Data((row["answer"] as String).utf8)
        self.init(
            item: ItemID(row["item"]), version: row["version"],
            answer: try CanonicalJSON.decodeAny(Key.Answer.self, from: answer), rationale: row["rationale"])
    }
}
