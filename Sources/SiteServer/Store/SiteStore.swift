import ExamModel
import Foundation
import GRDB
import Sealing
import Sitting

/// The site's database: candidates' journals line by line, the site's log, the clock. What a write returned from is on
/// the disk (WAL, `synchronous=FULL`).
struct SiteStore: Sendable {
    static let fileName = "site.sqlite"

    let url: URL
    let database: DatabasePool
    private let rows: JournalRows

    /// Opens the database or makes it. Refuses one that is damaged or of a newer version: DATABASE_UNREADABLE.
    init(at url: URL) throws(Refusal) {
        self.url = url
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -32768")
        }
        (database, rows) = try refused(url) {
            let database = try DatabasePool(path: url.path, configuration: configuration)
            // Said to the writer after it was opened: for WAL the library chooses NORMAL, which does not flush a commit.
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Self.migrator.migrate(database)
            let problems = try database.read { try String.fetchAll($0, sql: "PRAGMA quick_check(3)") }
            guard problems == ["ok"] else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: problems.joined(separator: "; "))
            }
            return (database, try database.read { try JournalRows(in: $0) })
        }
        chmod(url.path, 0o600)
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE line (ticket TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL,
                        PRIMARY KEY (ticket, number)) WITHOUT ROWID;
                    CREATE TABLE stranded (ticket TEXT NOT NULL, number INTEGER NOT NULL, seat TEXT NOT NULL,
                        bytes BLOB NOT NULL, PRIMARY KEY (ticket, number, bytes)) WITHOUT ROWID;
                    CREATE TABLE event (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
                    CREATE TABLE state (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("2") { database in
            try database.execute(
                sql: """
                    ALTER TABLE line RENAME TO former;
                    CREATE TABLE line (ticket TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL);
                    INSERT INTO line SELECT ticket, number, bytes FROM former ORDER BY ticket, number;
                    DROP TABLE former;
                    """)
        }
        return migrator
    }

    /// All of `writes` or none. `isRepeated`: they may be here already, and are then left alone.
    func save(_ writes: [SiteWrite], isRepeated: Bool = false) throws {
        try database.writeWithoutTransaction { database in
            var added: [TicketNumber: [Int64]] = [:]
            try database.inTransaction(.immediate) {
                added = try rows.append(writes.compactMap(\.lines), to: database, isRepeated: isRepeated)
                for write in writes { try write.execute(in: database, isRepeated: isRepeated) }
                return .commit
            }
            rows.note(added)
        }
    }

    /// Rows of the log after the number `last`.
    func events(after last: Int = 0) throws(Refusal) -> [Data] {
        try refused(url) {
            try database.read {
                try Data.fetchAll(
                    $0, sql: "SELECT bytes FROM event WHERE number > ? ORDER BY number", arguments: [last])
            }
        }
    }

    /// The journals' lines in the order in which they came.
    func forEachLine(_ body: (TicketNumber, Data) throws -> Void) throws(Refusal) {
        try refused(url) {
            try database.read { database in
                let rows = try Row.fetchCursor(database, sql: "SELECT ticket, bytes FROM line ORDER BY rowid")
                while let row = try rows.next() { try body(TicketNumber(row[0]), row[1]) }
            }
        }
    }

    /// Lines of a journal from the number `from` on.
    func lines(of ticket: TicketNumber, from: Int = 0) throws(Refusal) -> [Data] {
        let numbers = rows.rows(of: ticket, from: from)
        return try refused(url) {
            try database.read { database in
                let statement = try database.cachedStatement(sql: "SELECT bytes FROM line WHERE rowid = ?")
                return try numbers.compactMap { try Data.fetchOne(statement, arguments: [$0]) }
            }
        }
    }

    /// Of whom lines from a machine that was left are kept.
    func strandedTickets() throws(Refusal) -> [TicketNumber] {
        let tickets = try refused(url) {
            try database.read { try String.fetchAll($0, sql: "SELECT DISTINCT ticket FROM stranded ORDER BY ticket") }
        }
        return tickets.map { TicketNumber($0) }
    }

    func state<Value: Decodable>(_ name: String, as type: Value.Type) throws(Refusal) -> Value? {
        try refused(url) {
            let bytes = try database.read {
                try Data.fetchOne($0, sql: "SELECT bytes FROM state WHERE name = ?", arguments: [name])
            }
            return try bytes.map { try JSONDecoder().decode(type, from: $0) }
        }
    }
}

/// What SQLite refuses, in our words.
func refused<Value>(_ url: URL, _ body: () throws -> Value) throws(Refusal) -> Value {
    do {
        return try body()
    } catch let refusal as Refusal {
        throw refusal
    } catch {
        throw Refusal(
            .siteDatabase, at: Place(file: url.lastPathComponent),
            "考点数据库打不开或读不出：\(error)。请改用热备份接管（见运行手册）",
            "the site's database cannot be opened or read: \(error); take over from the hot copy (see the runbook)")
    }
}

extension FindingCode {
    static let siteDatabase: FindingCode = "SITE_DATABASE"
}
