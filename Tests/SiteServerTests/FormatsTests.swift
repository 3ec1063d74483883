import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import SiteProtocol
import Sitting
import Testing

@testable import SiteServer

/// What `docs/Formats.md` says of a site's files.
struct FormatsTests {
    private static func document() throws -> String {
        String(decoding: try Fixture.data("../../docs/Formats.md"), as: UTF8.self)
    }

    @Test func theCommandsOpenACarriedJournal() throws {
        let room = try TestRoom()
        let header = JournalHeader(exam: "demo-2020", paper: room.paper.digest, form: "A", ticket: "5101240101")
        var journal = try TestJournal(header)
        try journal.add(.started, at: .zero)
        let folder = try TemporaryFolder()
        try folder.write(room.sealed(journal), as: "5101240101.kcl")
        try folder.write(room.authority.root.pem(), as: "authority.pem")
        try folder.write(room.credential(of: "first").certificate.pem(), as: "site.pem")
        try room.credential(of: "first").privateKey.writeUnprotected(to: folder["site.key"])
        let commands = try Self.document().components(separatedBy: "```bash\n")[1].components(separatedBy: "\n```")[0]
        let carried = Int(room.clock.read().date.timeIntervalSince1970)
        try Command.shell("carried=\(carried)\n\(commands)", in: folder)
        #expect(try folder.read("5101240101.kcj") == journal.bytes())
    }

    @Test func everyKindOfEventIsInTheDocument() throws {
        let document = try Self.document()
        let acts: [SiteAct] = [
            .opened(reign: 1), .released(sha256: .zero), .codeIssued(seat: "1", hash: .zero),
            .enrolled(seat: "1", machine: "m", token: .zero), .withdrawn(seat: "1"),
            .loggedIn(ticket: "t", seat: "1", token: .zero), .admitted(ticket: "t", seat: "1"),
            .ordered(ticket: "t", order: SiteOrder(number: 1, message: "x")),
            .closed(ticket: "t", ending: .collected, at: .zero), .reopened(ticket: "t"),
            .carried(ticket: "t", sha256: .zero, lines: 3), .incident(SiteIncident(.late, Bilingual("迟", "late"))),
            .settled(incident: 1),
        ]
        let golden = String(decoding: try Fixture.data("site-protocol/events.jsonl"), as: UTF8.self)
        var previous = Digest.zero
        var lines = ""
        for (index, act) in acts.enumerated() {
            let event = SiteEvent(
                number: index + 1, previous: previous, time: .seconds(1),
                clock: ClockReading(boot: "b", nanoseconds: 1, wallMilliseconds: 2), actor: "test", reason: "why",
                action: nil, act: act)
            let bytes = try event.bytes()
            previous = Digest(of: bytes)
            lines += String(decoding: bytes, as: UTF8.self) + "\n"
            #expect(try JSONDecoder().decode(SiteEvent.self, from: bytes) == event)
            let kind = String("\(act)".prefix { $0 != "(" })
            #expect(document.contains("`\(kind)`"), "\(kind)")
        }
        #expect(lines == golden)
    }

    @Test func theTablesAreThoseOfTheDocument() throws {
        let folder = try TemporaryFolder()
        let store = try SiteStore(at: folder["site.sqlite"])
        try store.save([SiteWrite(events: [(1, Data("{}".utf8))])])
        let names = try Command.run(
            "sqlite3", ["site.sqlite", "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"],
            in: folder.url)
        let tables = String(decoding: names, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(tables.filter { !$0.hasPrefix("grdb") } == ["event", "line", "state", "stranded"])
    }
}
