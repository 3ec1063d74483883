package import AnswerKey
package import ExamModel
import GRDB

extension ItemBank {
    /// Replaces an item's text, key or both by what the draft says. What changed becomes a new version, the old one is
    /// kept, and the item is a draft again until two people have looked at it. Nothing happens when nothing changed.
    ///
    /// - Parameter held: the item as the person had it before them; refused when somebody changed it since.
    /// - Throws: UNKNOWN_ITEM, CHANGED_MEANWHILE, DUPLICATE_QUESTION when another item asks the same, NAME_MISSING.
    package func edit(
        _ held: BankEntry, to draft: DraftItem, _ note: ChangeNote
    ) throws(Refusal) -> BankEntry {
        try changing { database in
            let entry = try Self.held(held.id, in: database)
            try Self.refuseNameless(note)
            guard entry.keyed == held.keyed else {
                throw Refusal(
                    .changedMeanwhile, at: Place(file: held.id.text), "编辑期间有人改动了这道题，请重新打开再改",
                    "somebody changed this item meanwhile; open it again")
            }
            let fingerprint = Fingerprint(draft)
            try Self.refuseTwin(of: entry, fingerprint, in: database)
            let edited = KeyedItem(draft).matching(entry.keyed, inHeldOrder: false)
            guard edited != entry.keyed else { return entry }
            try EntryWriter(database).replace(
                entry, by: edited.numbered(after: entry.keyed), fingerprint: fingerprint, state: .draft,
                author: note.by, action: .edited, note)
            return try Self.held(held.id, in: database)
        }
    }

    private static func refuseTwin(
        of entry: BankEntry, _ fingerprint: Fingerprint, in database: Database
    ) throws {
        let twin = try String.fetchOne(
            database,
            sql: """
                SELECT id FROM entry JOIN itemVersion USING (number)
                WHERE fingerprint = ? AND number <> ? AND version = itemVersion
                """,
            arguments: [fingerprint.text, entry.number])
        if let twin {
            throw Refusal(
                .sameAsAnother, at: Place(file: entry.id.text), "改后与题库中的 \(twin) 是同一道题；请改 \(twin)，或停用其中一道",
                "this would be the same item as \(twin); change that one, or retire one of the two")
        }
    }

    /// Sets by hand whether the options may be put in another order; nil leaves it to what the text says.
    package func setShuffle(_ mayShuffle: Bool?, of id: ItemID, _ note: ChangeNote) throws(Refusal) -> BankEntry {
        try changing { database in
            let entry = try Self.held(id, in: database)
            try Self.refuseNameless(note)
            try database.execute(
                sql: "UPDATE entry SET shuffle = ? WHERE number = ?", arguments: [mayShuffle, entry.number])
            try EntryWriter(database).addChange(.settings, to: entry.number, entry.keyed, entry.state, note)
            return try Self.held(id, in: database)
        }
    }

    /// Says that no two of the items may stand on the same form (互斥题), or that they may after all.
    package func setEnemies(_ ids: [ItemID], _ areEnemies: Bool, _ note: ChangeNote) throws(Refusal) {
        try changing { database in
            var entries: [BankEntry] = []
            for id in ids { entries.append(try Self.held(id, in: database)) }
            try Self.refuseNameless(note)
            let numbers = Set(entries.map(\.number)).sorted()
            guard numbers.count == ids.count else {
                throw Refusal(.sameAsAnother, "互斥的试题不能是同一道", "an item cannot be its own enemy")
            }
            let sql =
                areEnemies
                ? "INSERT OR IGNORE INTO enemy VALUES (?, ?)" : "DELETE FROM enemy WHERE first = ? AND second = ?"
            for (index, first) in numbers.enumerated() {
                for second in numbers[(index + 1)...] {
                    try database.execute(sql: sql, arguments: [first, second])
                }
            }
            for entry in entries {
                try EntryWriter(database).addChange(.settings, to: entry.number, entry.keyed, entry.state, note)
            }
        }
    }
}

extension FindingCode {
    package static let changedMeanwhile: FindingCode = "CHANGED_MEANWHILE"
    /// The same code as for an item that stands twice in a file.
    package static let sameAsAnother: FindingCode = "DUPLICATE_QUESTION"
}
