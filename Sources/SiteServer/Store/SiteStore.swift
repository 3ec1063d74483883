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

    /// Opens the database or makes it. Refuses one that is damaged or of a newer version: DATABASE_UNREADABLE.
    init(at url: URL) throws(Refusal) {
        self.url = url
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -32768")
        }
        database = try refused(url) {
            let database = try DatabasePool(path: url.path, configuration: configuration)
            // Said to the writer after it was opened: for WAL the library chooses NORMAL, which does not flush a commit.
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Self.migrator.migrate(database)
            let problems = try database.read { try String.fetchAll($0, sql: "PRAGMA quick_check(3)") }
            guard problems == ["ok"] else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: problems.joined(separator: "; "))
            }
            return database
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
        return migrator
    }

    /// All of `writes` or none.
    func save(_ writes: [SiteWrite]) throws {
        try database.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                for write in writes { try write.execute(in: database) }
                return .commit
            }
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

    /// The journals, each in the order of its lines.
    func forEachLine(_ body: (TicketNumber, Int, Data) throws -> Void) throws(Refusal) {
        try refused(url) {
            try database.read { database in
                let rows = try Row.fetchCursor(
                    database, sql: "SELECT ticket, number, bytes FROM line ORDER BY ticket, number")
                while let row = try rows.next() { try body(TicketNumber(row[0] as String), row[1], row[2]) }
            }
        }
    }

    /// Lines of a journal from the number `from` on.
    func lines(of ticket: TicketNumber, from: Int = 0) throws(Refusal) -> [Data] {
        try refused(url) {
            try database.read {
                try Data.fetchAll(
                    $0, sql: "SELECT bytes FROM line WHERE ticket = ? AND number >= ? ORDER BY number",
                    arguments: [ticket.text, from])
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
