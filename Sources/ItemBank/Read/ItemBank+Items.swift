package import AnswerKey
import CanonicalJSON
package import ExamModel
import Foundation
import GRDB

extension ItemBank {
    /// All items in their newest version with their newest keys, in the order of ids.
    package func items() throws(Refusal) -> [KeyedItem] {
        try entries().map(\.keyed)
    }

    /// The items that may go on papers, in the order of ids.
    package func approvedItems() throws(Refusal) -> [KeyedItem] {
        try entries(in: [.approved]).map(\.keyed)
    }

    /// Items in the given states, in the order of ids.
    package func entries(in states: Set<ItemState> = Set(ItemState.allCases)) throws(Refusal) -> [BankEntry] {
        try guarding {
            try database.read { database in
                try Self.entries(in: states, of: database).sorted { $0.id < $1.id }
            }
        }
    }

    /// Drafts that somebody else wrote, and items that somebody else reviewed, in the order in which they came in.
    package func waiting(for person: String) throws(Refusal) -> [BankEntry] {
        try entries(in: [.draft, .reviewed]).filter { entry in
            person != (entry.state == .draft ? entry.author : entry.reviewer)
        }.sorted { $0.number < $1.number }
    }

    static func entries(in states: Set<ItemState>, of database: Database) throws -> [BankEntry] {
        var entries: [BankEntry] = []
        let rows = try Row.fetchCursor(database, sql: BankEntry.newest)
        while let row = try rows.next() {
            guard states.contains(where: { $0.rawValue == row[12] as String }) else { continue }
            entries.append(try BankEntry(row: row))
        }
        return entries
    }

    /// The item with this id, or the only one whose id begins so; nil when there is none.
    ///
    /// - Throws: AMBIGUOUS_ID when several ids begin so.
    package func entry(_ id: String) throws(Refusal) -> BankEntry? {
        try guarding {
            try database.read { database in
                if let entry = try BankEntry.one(ItemID(id), in: database) { return entry }
                guard !id.isEmpty else { return nil }
                let rows = try Row.fetchAll(
                    database, sql: BankEntry.newest + " WHERE entry.id >= ? AND entry.id < ? LIMIT 2",
                    arguments: [id, id + "\u{10ffff}"])
                guard rows.count < 2 else {
                    throw Refusal(
                        .ambiguousID, at: Place(file: id), "有多道试题的编号以“\(id)”开头，请多写几位",
                        "several items have ids that begin with \(id); write more of it")
                }
                return try rows.first.map(BankEntry.init(row:))
            }
        }
    }
}

extension FindingCode {
    package static let ambiguousID: FindingCode = "AMBIGUOUS_ID"
}
