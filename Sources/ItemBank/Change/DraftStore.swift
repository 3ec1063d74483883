import AnswerKey
import ExamModel
import GRDB

/// Takes drafts into the bank one by one, inside the transaction of their file.
struct DraftStore {
    private let database: Database
    private let writer: EntryWriter
    private let order: ImportOrder
    private let state: ItemState

    init(_ database: Database, _ order: ImportOrder, _ state: ItemState) {
        self.database = database
        writer = EntryWriter(database)
        self.order = order
        self.state = state
    }

    func take(_ draft: DraftItem, at place: Place, _ outcome: inout StoreOutcome) throws {
        let fingerprint = Fingerprint(draft)
        let keyed = KeyedItem(draft)
        guard let (held, isNewest) = try held(fingerprint) else {
            let id = try add(keyed, fingerprint)
            outcome.ids.append(id)
            outcome.added.append(id)
            return
        }
        let drafted = keyed.matching(held.keyed, inHeldOrder: true)
        guard isNewest else {
            return keep(held, .olderThanBank(held.id, at: place), &outcome)
        }
        guard held.keyed.key.answer.isSame(as: drafted.key.answer) else {
            outcome.ids.append(nil)
            outcome.findings.append(.conflict(with: held.id, at: place))
            return
        }
        guard held.state != .retired else {
            return keep(held, .retiredInBank(held.id, at: place), &outcome)
        }
        guard held.keyed != drafted else { return keep(held, nil, &outcome) }
        guard order.updates else {
            return keep(held, .differs(from: held.id, at: place), &outcome)
        }
        try writer.replace(
            held, by: drafted.numbered(after: held.keyed), fingerprint: fingerprint, state: state,
            author: order.note.by, action: .imported, order.note)
        outcome.ids.append(held.id)
        outcome.updated += 1
    }

    private func keep(_ held: BankEntry, _ finding: Finding?, _ outcome: inout StoreOutcome) {
        outcome.ids.append(held.id)
        outcome.unchanged += 1
        if let finding { outcome.findings.append(finding) }
    }

    /// The item that asks the same, in this or an earlier version of its text.
    private func held(_ fingerprint: Fingerprint) throws -> (BankEntry, isNewest: Bool)? {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT entry.number, version = itemVersion AS isNewest FROM itemVersion JOIN entry USING (number)
                    WHERE fingerprint = ? ORDER BY isNewest DESC LIMIT 1
                    """), arguments: [fingerprint.text])
        guard let row = rows.first, let entry = try BankEntry.one(row[0] as Int64, in: database) else { return nil }
        return (entry, row[1])
    }

    private func add(_ keyed: KeyedItem, _ fingerprint: Fingerprint) throws -> ItemID {
        let keyed = keyed.with(id: try free(keyed.item.id))
        _ = try writer.add(
            keyed, fingerprint: fingerprint, state: state, author: order.note.by, source: order.source,
            action: .imported, order.note)
        return keyed.item.id
    }

    /// `id`, or with a number behind it where another item has it.
    private func free(_ id: ItemID) throws -> ItemID {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM entry WHERE id = ?")
        var candidate = id
        var number = 2
        while try Row.fetchOne(statement, arguments: [candidate.text]) != nil {
            candidate = ItemID("\(id)-\(number)")
            number += 1
        }
        return candidate
    }
}
