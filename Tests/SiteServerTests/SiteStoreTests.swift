import ExamModel
import ExamTestSupport
import Foundation
import GRDB
import Testing

@testable import SiteServer

/// The database keeps each line once and gives every journal back as it came.
struct SiteStoreTests {
    private let folder: TemporaryFolder
    private let store: SiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SiteStore(at: folder["site.sqlite"])
    }

    private static func lines(_ ticket: TicketNumber, from first: Int, _ texts: String...) -> SiteWrite {
        SiteWrite(lines: .init(ticket: ticket, from: first, lines: texts.map { Data($0.utf8) }))
    }

    private func texts(_ store: SiteStore, _ ticket: TicketNumber, from first: Int = 0) throws -> [String] {
        try store.lines(of: ticket, from: first).map { String(decoding: $0, as: UTF8.self) }
    }

    private func fill() throws {
        try store.save([Self.lines("2", from: 0, "a", "b"), Self.lines("1", from: 0, "c")])
        try store.save([Self.lines("1", from: 1, "d"), Self.lines("2", from: 2, "e"), Self.lines("1", from: 2, "f")])
    }

    @Test func journalsComeBackInTheirOrder() throws {
        try fill()
        for store in [store, try SiteStore(at: folder["site.sqlite"])] {
            #expect(try texts(store, "1") == ["c", "d", "f"])
            #expect(try texts(store, "2", from: 1) == ["b", "e"])
            #expect(try texts(store, "3") == [])
            var order: [String] = []
            try store.forEachLine { order.append("\($0)\(String(decoding: $1, as: UTF8.self))") }
            #expect(order == ["2a", "2b", "1c", "1d", "2e", "1f"])
        }
    }

    @Test(arguments: [0, 2, 4]) func whatDoesNotFollowIsRefusedWithItsWholeBatch(from first: Int) throws {
        try fill()
        #expect(throws: DatabaseError.self) {
            try store.save([Self.lines("2", from: 3, "g"), Self.lines("1", from: first, "h")])
        }
        #expect(try texts(store, "1") == ["c", "d", "f"])
        #expect(try texts(store, "2") == ["a", "b", "e"])
        try store.save([Self.lines("2", from: 3, "g")])
        #expect(try texts(store, "2").last == "g")
    }

    @Test func whatTheCopyHasAlreadyIsLeftAlone() throws {
        try fill()
        let copy = try store.copied(to: folder["copy"])
        let writes = [
            Self.lines("1", from: 1, "d"), Self.lines("2", from: 2, "e", "g"), SiteWrite(events: [(1, Data([1]))]),
        ]
        try copy.save(writes, isRepeated: true)
        try copy.save(writes, isRepeated: true)
        #expect(try texts(copy, "1") == ["c", "d", "f"])
        #expect(try texts(copy, "2") == ["a", "b", "e", "g"])
        #expect(try copy.events() == [Data([1])])
    }

    @Test func aFormerDatabaseIsTakenOver() throws {
        try fill()
        try store.database.write { database in
            try database.execute(
                sql: """
                    ALTER TABLE line RENAME TO later;
                    CREATE TABLE line (ticket TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL,
                        PRIMARY KEY (ticket, number)) WITHOUT ROWID;
                    INSERT INTO line SELECT * FROM later;
                    DROP TABLE later;
                    DELETE FROM grdb_migrations WHERE identifier = '2';
                    """)
        }
        let store = try SiteStore(at: folder["site.sqlite"])
        #expect(try texts(store, "1") == ["c", "d", "f"])
        try store.save([Self.lines("2", from: 3, "g")])
        #expect(try texts(store, "2") == ["a", "b", "e", "g"])
    }

    @Test func aJournalWithAGapIsRefused() throws {
        try fill()
        try store.database.write { try $0.execute(sql: "DELETE FROM line WHERE ticket = '1' AND number = 1") }
        #expect(throws: Refusal.self) { try SiteStore(at: folder["site.sqlite"]) }
    }
}
