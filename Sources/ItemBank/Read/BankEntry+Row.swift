import AnswerKey
import CanonicalJSON
import ExamModel
import Foundation
import GRDB

extension BankEntry {
    /// Every item in its newest version with its newest key; conditions and order may follow.
    static let newest = newest(from: "entry")

    /// The same for the items of a join that has `entry` in it.
    static func newest(from tables: String) -> String {
        """
        SELECT entry.id, item.version, item.type, item.stem, item.options, item.topic, item.difficulty, item.whole,
            key.version, key.answer, key.rationale,
            entry.number, entry.state, entry.author, entry.reviewer, entry.source, entry.shuffle
        FROM \(tables)
        CROSS JOIN itemVersion AS item ON item.number = entry.number AND item.version = entry.itemVersion
        CROSS JOIN keyVersion AS key ON key.number = entry.number AND key.version = entry.keyVersion
        """
    }

    /// Reads a row of ``newest``, by the places of its columns, which is quicker than by their names.
    init(row: Row) throws {
        let id = ItemID(row[0])
        guard let state = ItemState(rawValue: row[12]) else { throw Refusal.damaged(id.text) }
        self.init(
            number: row[11],
            keyed: KeyedItem(
                item: try Item(id: id, row: row),
                key: Key(item: id, version: row[8], answer: try CompactText.answer(from: row[9]), rationale: row[10])),
            state: state, author: row[13], reviewer: row[14], source: row[15], mayShuffle: row[16])
    }

    static func one(_ id: ItemID, in database: Database) throws -> BankEntry? {
        try Row.fetchOne(
            database.cachedStatement(sql: newest + " WHERE entry.id = ?"), arguments: [id.text]
        ).map(BankEntry.init(row:))
    }

    static func one(_ number: Int64, in database: Database) throws -> BankEntry? {
        try Row.fetchOne(
            database.cachedStatement(sql: newest + " WHERE entry.number = ?"), arguments: [number]
        ).map(BankEntry.init(row:))
    }
}

extension Item {
    /// Reads version, type, stem, options, topic, difficulty and whole from columns 1 to 7.
    fileprivate init(id: ItemID, row: Row) throws {
        let whole: String = row[7]
        guard whole.isEmpty else {
            self = try CanonicalJSON.decodeAny(Item.self, from: Data(whole.utf8))
            return
        }
        guard let type = ItemType(rawValue: row[2]), let difficulty = Difficulty(rawValue: row[6]) else {
            throw Refusal.damaged(id.text)
        }
        self.init(
            id: id, version: row[1], type: type, stem: row[3],
            options: type == .trueFalse ? Item.Option.judgement : try CompactText.options(from: row[4]),
            topic: Topic(text: row[5]), difficulty: difficulty)
    }
}
