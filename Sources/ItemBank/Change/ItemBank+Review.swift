package import ExamModel
import GRDB

extension ItemBank {
    /// What a person says of an item that waits.
    package enum Verdict: Hashable, Sendable {
        /// A draft becomes reviewed, and a reviewed item approved: two people, one step each.
        case approve
        /// Back to draft; the reason says what to mend.
        case sendBack
    }

    /// Records a verdict. Whoever wrote the item cannot review it, and whoever reviewed it cannot approve it as well, so
    /// that nothing goes on papers by one person's word.
    ///
    /// - Throws: UNKNOWN_ITEM, NOT_WAITING, SAME_PERSON, REASON_MISSING, NAME_MISSING.
    package func review(_ id: ItemID, _ verdict: Verdict, _ note: ChangeNote) throws(Refusal) -> BankEntry {
        try changing { database in
            let entry = try Self.held(id, in: database)
            try Self.refuseNameless(note)
            switch verdict {
            case .approve: try Self.approve(entry, note, in: database)
            case .sendBack: try Self.sendBack(entry, note, in: database)
            }
            return try Self.held(id, in: database)
        }
    }

    private static func approve(_ entry: BankEntry, _ note: ChangeNote, in database: Database) throws {
        switch entry.state {
        case .draft:
            guard note.by != entry.author else {
                throw Refusal.samePerson(
                    entry.id, "这道题是 \(note.by) 写的，须由另一人审题", "\(note.by) wrote this item; somebody else must review it")
            }
            try move(entry, to: .reviewed, reviewer: note.by, .reviewed, note, in: database)
        case .reviewed:
            guard note.by != entry.reviewer else {
                throw Refusal.samePerson(
                    entry.id, "这道题已由 \(note.by) 审过，须由另一人定稿",
                    "\(note.by) reviewed this item; somebody else must approve it")
            }
            try move(entry, to: .approved, reviewer: entry.reviewer, .approved, note, in: database)
        case .approved, .retired: throw notWaiting(entry)
        }
    }

    private static func sendBack(_ entry: BankEntry, _ note: ChangeNote, in database: Database) throws {
        guard entry.state != .retired else { throw notWaiting(entry) }
        guard !note.reason.isEmpty else {
            throw Refusal(
                .reasonMissing, at: Place(file: entry.id.text), "退回时请写明原因（--reason）",
                "say why it is sent back (--reason)")
        }
        try move(entry, to: .draft, reviewer: "", .returned, note, in: database)
    }

    /// Takes an item out of use; it stays in the bank with its history.
    package func retire(_ id: ItemID, _ note: ChangeNote) throws(Refusal) -> BankEntry {
        try changing { database in
            let entry = try Self.held(id, in: database)
            try Self.refuseNameless(note)
            guard entry.state != .retired else { throw Self.notWaiting(entry) }
            try Self.move(entry, to: .retired, reviewer: entry.reviewer, .retired, note, in: database)
            return try Self.held(id, in: database)
        }
    }

    /// Takes a retired item back, as a draft.
    package func restore(_ id: ItemID, _ note: ChangeNote) throws(Refusal) -> BankEntry {
        try changing { database in
            let entry = try Self.held(id, in: database)
            try Self.refuseNameless(note)
            guard entry.state == .retired else {
                throw Refusal(
                    .notWaiting, at: Place(file: id.text), "这道题没有停用", "this item is not retired")
            }
            try Self.move(entry, to: .draft, reviewer: "", .restored, note, in: database)
            return try Self.held(id, in: database)
        }
    }

    static func move(
        _ entry: BankEntry, to state: ItemState, reviewer: String, _ action: Change.Action, _ note: ChangeNote,
        in database: Database
    ) throws {
        try database.execute(
            sql: "UPDATE entry SET state = ?, reviewer = ? WHERE number = ?",
            arguments: [state.rawValue, reviewer, entry.number])
        try EntryWriter(database).addChange(action, to: entry.number, entry.keyed, state, note)
    }

    static func held(_ id: ItemID, in database: Database) throws -> BankEntry {
        guard let entry = try BankEntry.one(id, in: database) else {
            throw Refusal(
                .unknownBankItem, at: Place(file: id.text), "题库中没有这道题，请用 kaochang bank search 查找",
                "the bank has no such item; look for it with kaochang bank search")
        }
        return entry
    }

    /// Reviews and changes are some person's.
    static func refuseNameless(_ note: ChangeNote) throws {
        guard !note.by.isEmpty else {
            throw Refusal(.nameMissing, "请用 --by 写明姓名", "say who you are with --by")
        }
    }

    private static func notWaiting(_ entry: BankEntry) -> Refusal {
        Refusal(
            .notWaiting, at: Place(file: entry.id.text), "这道题现为“\(entry.state.name.chinese)”，没有这一步可做",
            "this item is \(entry.state.name.english): there is no such step")
    }
}

extension Refusal {
    fileprivate static func samePerson(_ id: ItemID, _ chinese: String, _ english: String) -> Refusal {
        Refusal(.samePerson, at: Place(file: id.text), chinese, english)
    }
}

extension FindingCode {
    package static let samePerson: FindingCode = "SAME_PERSON"
    package static let notWaiting: FindingCode = "NOT_WAITING"
    package static let reasonMissing: FindingCode = "REASON_MISSING"
    package static let nameMissing: FindingCode = "NAME_MISSING"
    package static let unknownBankItem: FindingCode = "UNKNOWN_ITEM"
}
