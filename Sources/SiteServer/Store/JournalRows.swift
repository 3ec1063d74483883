import ExamModel
import GRDB
import Synchronization

/// Where the lines of each journal stand in the table. Lines are appended in the order in which they come, so that a batch
/// of many candidates fills a few pages instead of touching one of each; who wants one journal asks here for its rows.
final class JournalRows: Sendable {
    private let rows: Mutex<[TicketNumber: [Int64]]>

    /// Of a database whose journals must have no gaps.
    init(in database: Database) throws {
        var rows: [TicketNumber: [Int64]] = [:]
        let cursor = try Row.fetchCursor(database, sql: "SELECT rowid, ticket, number FROM line ORDER BY rowid")
        while let row = try cursor.next() {
            let ticket = TicketNumber(row[1])
            guard rows[ticket, default: []].count == row[2] as Int else { throw Self.gap(ticket) }
            rows[ticket, default: []].append(row[0])
        }
        self.rows = Mutex(rows)
    }

    /// The rows of a journal's lines from the number `first` on.
    func rows(of ticket: TicketNumber, from first: Int) -> ArraySlice<Int64> {
        rows.withLock { $0[ticket]?.dropFirst(first) ?? [] }
    }

    /// Appends lines within a transaction. Refuses lines that do not follow those that are there: a line is kept once.
    /// `isRepeated`: lines that are there already are left alone.
    func append(
        _ batch: [SiteWrite.Lines], to database: Database, isRepeated: Bool
    ) throws -> [TicketNumber: [Int64]] {
        var added: [TicketNumber: [Int64]] = [:]
        let statement = try database.cachedStatement(sql: "INSERT INTO line (ticket, number, bytes) VALUES (?, ?, ?)")
        for lines in batch {
            let ticket = lines.ticket
            let count = rows.withLock { $0[ticket]?.count ?? 0 } + added[ticket, default: []].count
            let known = isRepeated ? max(0, count - lines.from) : 0
            guard lines.from + known == count else { throw Self.gap(ticket) }
            for (index, bytes) in lines.lines.dropFirst(known).enumerated() {
                try statement.execute(arguments: [ticket.text, count + index, bytes])
                added[ticket, default: []].append(database.lastInsertedRowID)
            }
        }
        return added
    }

    /// Notes rows whose transaction is on the disk.
    func note(_ added: [TicketNumber: [Int64]]) {
        rows.withLock { rows in
            for (ticket, numbers) in added { rows[ticket, default: []] += numbers }
        }
    }

    private static func gap(_ ticket: TicketNumber) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the lines of \(ticket) do not follow from one another")
    }
}
