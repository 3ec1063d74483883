import ExamModel
import Foundation
import GRDB

/// Rows that are saved together.
struct SiteWrite: Sendable {
    /// Lines of a journal, the first with the number `from`.
    struct Lines: Sendable {
        let ticket: TicketNumber
        let from: Int
        let lines: [Data]
    }

    var lines: Lines?
    /// Lines that came from a machine that was left, with its seat.
    var stranded: (lines: Lines, seat: String)?
    var events: [(number: Int, bytes: Data)] = []
    var state: (name: String, bytes: Data)?

    /// Writes everything but the lines, which ``JournalRows`` appends.
    func execute(in database: Database, isRepeated: Bool) throws {
        if let (lines, seat) = stranded {
            let statement = try database.cachedStatement(
                sql: "INSERT OR IGNORE INTO stranded (ticket, number, seat, bytes) VALUES (?, ?, ?, ?)")
            for (index, bytes) in lines.lines.enumerated() {
                try statement.execute(arguments: [lines.ticket.text, lines.from + index, seat, bytes])
            }
        }
        for (number, bytes) in events {
            let verb = isRepeated ? "INSERT OR IGNORE" : "INSERT"
            try database.cachedStatement(sql: "\(verb) INTO event (number, bytes) VALUES (?, ?)")
                .execute(arguments: [number, bytes])
        }
        if let (name, bytes) = state {
            try database.cachedStatement(sql: "INSERT OR REPLACE INTO state (name, bytes) VALUES (?, ?)")
                .execute(arguments: [name, bytes])
        }
    }
}
