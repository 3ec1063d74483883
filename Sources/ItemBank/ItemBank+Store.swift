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
    /// with another key is refused and reported, never replaced silently; other differences (topic, difficulty,
    /// rationale, the spelling of the stem) are reported and left as they are in the bank.
    ///
    /// - Parameter dryRun: only says what would happen; the bank stays as it is.
    package func store(
        _ drafts: [(draft: DraftItem, place: Place)], dryRun: Bool = false
    ) throws(Refusal) -> StoreOutcome {
        let outcome = try guarding {
            var outcome = StoreOutcome()
            try database.writeInTransaction { database in
                for (draft, place) in drafts {
                    try Self.store(KeyedItem(draft), at: place, in: database, &outcome)
                }
                return dryRun ? .rollback : .commit
            }
            return outcome
        }
        // Moves everything into the one file, so that whoever copies it copies the bank. Another process that is reading
        // just now only puts this off.
        _ = try? database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        return outcome
    }

    private static func store(
        _ keyed: KeyedItem, at place: Place, in database: Database, _ outcome: inout StoreOutcome
    ) throws {
        guard let held = try KeyedItem.newest(keyed.item.id, in: database) else {
            try insert(keyed, in: database)
            outcome.added += 1
            outcome.ids.append(keyed.item.id)
            return
        }
        guard held.key.answer == keyed.key.answer else {
            outcome.ids.append(nil)
            outcome.findings.append(
                Finding(
                    .error, .conflictsWithBank, at: place,
                    Bilingual(
                        "题库中已有同一试题 \(keyed.item.id)，但答案不同；未导入，请核对哪个答案正确",
                        "the bank holds this item (\(keyed.item.id)) with another key; not imported, find out which is right"
                    )))
            return
        }
        outcome.unchanged += 1
        outcome.ids.append(keyed.item.id)
        if held != keyed {
            outcome.findings.append(
                Finding(
                    .warning, .differsFromBank, at: place,
                    Bilingual(
                        "题库中已有这道题（\(keyed.item.id)），其知识点、难度、解析或题干写法与文件不同；题库未改动",
                        "the bank holds this item (\(keyed.item.id)) with another topic, difficulty, rationale or spelling; "
                            + "the bank was left as it is")))
        }
    }

    private static func insert(_ keyed: KeyedItem, in database: Database) throws {
        let item = keyed.item
        try database.execute(
            sql: "INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                item.id.text, item.version, item.type.rawValue, item.stem, try text(item.options),
                item.topic.description, item.difficulty.rawValue,
            ])
        try database.execute(
            sql: "INSERT INTO key VALUES (?, ?, ?, ?)",
            arguments: [item.id.text, keyed.key.version, try text(keyed.key.answer), keyed.key.rationale])
    }

    private static func text(_ value: some Encodable) throws -> String {
        String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
    }
}

extension FindingCode {
    /// The same code as for a conflict inside one file.
    package static let conflictsWithBank: FindingCode = "CONFLICTING_DUPLICATE"
    /// Known, with the same key, but not word for word.
    package static let differsFromBank: FindingCode = "DIFFERS_FROM_BANK"
}
