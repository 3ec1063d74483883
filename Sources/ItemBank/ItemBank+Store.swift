package import AnswerKey
import CanonicalJSON
package import ExamModel
import Foundation
import GRDB

extension ItemBank {
    /// What became of the drafts of one file.
    package struct StoreOutcome: Hashable, Sendable {
        /// Ids in the order of the drafts; nil where the draft was refused.
        package fileprivate(set) var ids: [ItemID?] = []
        /// How many were not in the bank before.
        package fileprivate(set) var added = 0
        /// How many were there already, with the same key.
        package fileprivate(set) var unchanged = 0
        package fileprivate(set) var findings: [Finding] = []
    }

    /// Puts drafts into the bank in one transaction. A draft that is there already changes nothing; one that is there
    /// with another key is refused and reported, never replaced silently.
    package func store(_ drafts: [(draft: DraftItem, place: Place)]) throws(Refusal) -> StoreOutcome {
        let outcome = try guarding {
            try database.write { database in
                var outcome = StoreOutcome()
                for (draft, place) in drafts {
                    try Self.store(KeyedItem(draft), at: place, in: database, &outcome)
                }
                return outcome
            }
        }
        // Moves everything into the one file, so that whoever copies it copies the bank. Another process that is reading
        // just now only puts this off.
        _ = try? database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        return outcome
    }

    private static func store(
        _ keyed: KeyedItem, at place: Place, in database: Database, _ outcome: inout StoreOutcome
    ) throws {
        let answer = try text(keyed.key.answer)
        let held = try String.fetchOne(
            database, sql: "SELECT answer FROM key WHERE item = ? ORDER BY version DESC LIMIT 1",
            arguments: [keyed.item.id.text])
        switch held {
        case nil:
            try insert(keyed, answer: answer, in: database)
            outcome.added += 1
            outcome.ids.append(keyed.item.id)
        case answer:
            outcome.unchanged += 1
            outcome.ids.append(keyed.item.id)
        default:
            outcome.ids.append(nil)
            outcome.findings.append(
                Finding(
                    .error, .conflictsWithBank, at: place,
                    Bilingual(
                        "题库中已有同一试题 \(keyed.item.id)，但答案不同；未导入，请核对哪个答案正确",
                        "the bank holds this item (\(keyed.item.id)) with another key; not imported, find out which is right"
                    )))
        }
    }

    private static func insert(_ keyed: KeyedItem, answer: String, in database: Database) throws {
        let item = keyed.item
        try database.execute(
            sql: "INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                item.id.text, item.version, item.type.rawValue, item.stem, try text(item.options),
                item.topic.description, item.difficulty.rawValue,
            ])
        try database.execute(
            sql: "INSERT INTO key VALUES (?, ?, ?, ?)",
            arguments: [item.id.text, keyed.key.version, answer, keyed.key.rationale])
    }

    private static func text(_ value: some Encodable) throws -> String {
        String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
    }
}

extension FindingCode {
    /// The same code as for a conflict inside one file.
    package static let conflictsWithBank: FindingCode = "CONFLICTING_DUPLICATE"
}
