package import AnswerKey
import CanonicalJSON
package import ExamModel
import Foundation
import GRDB
package import Sealing

extension ItemBank {
    /// All items in their newest version with their newest keys, in the order of ids.
    package func items() throws(Refusal) -> [KeyedItem] {
        try guarding {
            try database.read { database in
                try Row.fetchAll(database, sql: KeyedItem.newest + " ORDER BY item.id").map(KeyedItem.init(row:))
            }
        }
    }

    /// SHA-256 over the canonical JSON of every item and key in the order of ids, a line each: the bank's fingerprint
    /// in manifests and the ledger.
    package static func digest(of items: [KeyedItem]) throws(Refusal) -> Digest {
        var lines = Data()
        for keyed in items.sorted(by: { $0.item.id < $1.item.id }) {
            lines += try CanonicalJSON.encode(keyed.item) + Data("\n".utf8)
            lines += try CanonicalJSON.encode(keyed.key) + Data("\n".utf8)
        }
        return Digest(of: lines)
    }
}

extension KeyedItem {
    /// Every item in its newest version with its newest key.
    fileprivate static let newest = """
        SELECT item.*, key.version AS keyVersion, key.answer, key.rationale FROM item
        JOIN key ON key.item = item.id
        WHERE item.version = (SELECT max(version) FROM item AS other WHERE other.id = item.id)
          AND key.version = (SELECT max(version) FROM key AS other WHERE other.item = item.id)
        """

    static func newest(_ id: ItemID, in database: Database) throws -> KeyedItem? {
        try Row.fetchOne(database, sql: newest + " AND item.id = ?", arguments: [id.text]).map(KeyedItem.init(row:))
    }

    fileprivate init(row: Row) throws {
        let place = Place(file: "item \(row["id"] as String)")
        guard let type = ItemType(rawValue: row["type"]), let difficulty = Difficulty(rawValue: row["difficulty"])
        else {
            throw Refusal(
                .bankUnusable, at: place, "题库记录损坏，请从备份恢复或重新导入", "damaged record; restore a backup or import again")
        }
        let id = ItemID(row["id"])
        self.init(
            item: Item(
                id: id, version: row["version"], type: type, stem: row["stem"],
                options: try CanonicalJSON.decode(
                    [Item.Option].self, from: Data((row["options"] as String).utf8), at: place),
                topic: Topic(text: row["topic"]), difficulty: difficulty),
            key: Key(
                item: id, version: row["keyVersion"],
                answer: try CanonicalJSON.decode(
                    Key.Answer.self, from: Data((row["answer"] as String).utf8), at: place),
                rationale: row["rationale"]))
    }
}
