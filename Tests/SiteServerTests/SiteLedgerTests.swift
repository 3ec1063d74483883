import ExamModel
import ExamTestSupport
import Foundation
import Ledger
import Sealing
import Testing

@testable import SiteServer

struct SiteLedgerTests {
    private func lines(_ hall: TestHall) throws -> [LedgerLine] {
        let ledger = Ledger(at: hall.folder.ledger)
        #expect(try ledger.verify(trusting: hall.sample.authority.trust).isEmpty)
        return try ledger.lines()
    }

    @discardableResult
    private func tell(_ hall: TestHall, _ numbers: [Int], _ text: String) async throws -> Hall.Done {
        try await hall.hall.perform(
            .message(numbers.map(TestHall.ticket), text), by: "李老师", because: "考务通知")
    }

    @Test func everyActionIsOneSignedLine() async throws {
        let hall = try await TestHall()
        try await tell(hall, [1, 2], "first")
        try await tell(hall, [1, 2, 3], "second")
        _ = try await hall.hall.perform(.issueCodes(["1", "2"]), by: "command:root", because: "登记")
        await hall.hall.ledger.settle()
        let lines = try lines(hall)
        #expect(lines.map(\.action) == [.siteAct, .siteAct, .siteAct] && lines.allSatisfy { $0.actor == .site })
        #expect(lines.map { $0.note["action"] } == ["message", "message", "issue-codes"])
        #expect(lines.map { $0.note["actor"] } == ["李老师", "李老师", "command:root"])
        #expect(lines[0].note["whom"] == "\(TestHall.ticket(1)) \(TestHall.ticket(2))")
        #expect(lines[0].note["reason"] == "考务通知" && lines[0].note["message"] == "first")
        // As the office reads it.
        #expect(lines[0].siteAction == "message" && lines[0].reaches(TestHall.ticket(2).text))
        #expect(!lines[0].reaches(TestHall.ticket(3).text) && lines[1].reaches(TestHall.ticket(3).text))
        #expect(lines[1].note["whom"] == "all 3" && lines[2].note["whom"] == "1 2")
        #expect(lines[2].note["logHead"] == (await hall.hall.record.head.description))
        #expect(await hall.hall.view().ledger == SiteLedger.Standing())
    }

    @Test func whatCannotBeWrittenIsSaidAndWrittenLater() async throws {
        let hall = try await TestHall()
        try FileManager.default.createDirectory(at: hall.folder.ledger, withIntermediateDirectories: false)
        #expect(try await tell(hall, [1], "first").tickets.count == 1)
        await hall.hall.ledger.settle()
        let standing = await hall.hall.view().ledger
        #expect(standing.pending == 1 && standing.fault != nil)
        try FileManager.default.removeItem(at: hall.folder.ledger)
        await hall.hall.ledger.settle()
        #expect(try lines(hall).count == 1)
        #expect(await hall.hall.view().ledger == SiteLedger.Standing())
    }

    @Test func aServerStartedAgainBringsTheLedgerUpToTheLog() async throws {
        let first = try await TestHall()
        try await tell(first, [1], "first")
        await first.hall.ledger.settle()
        let whole = try Data(contentsOf: first.folder.ledger)
        try await tell(first, [2], "second")
        try await tell(first, [3], "third")
        await first.hall.ledger.settle()
        let all = try Data(contentsOf: first.folder.ledger)
        // The power went while the second line was written.
        try all.prefix(whole.count + 40).write(to: first.folder.ledger)
        let second = try await TestHall(first.sample, clock: first.clock)
        await second.hall.ledger.settle()
        #expect(try lines(second).map { $0.note["message"] } == ["first", "second", "third"])
        #expect(try Data(contentsOf: second.folder.ledger).prefix(whole.count) == whole)
        // Nothing is written twice.
        let third = try await TestHall(first.sample, clock: first.clock)
        try await tell(third, [1], "fourth")
        await third.hall.ledger.settle()
        #expect(try lines(third).map { $0.note["message"] } == ["first", "second", "third", "fourth"])
    }

    @Test func aLedgerOfAnotherLogIsNotContinued() async throws {
        let first = try await TestHall()
        try await tell(first, [1], "first")
        await first.hall.ledger.settle()
        let other = try Data(contentsOf: first.folder.ledger)
        let second = try await TestHall(first.sample, clock: first.clock)
        try FileManager.default.removeItem(at: second.folder.database)
        for ending in ["-wal", "-shm"] { unlink(second.folder.database.path + ending) }
        let third = try await TestHall(first.sample, clock: first.clock)
        third.clock.advance(seconds: 1)
        try await tell(third, [2], "elsewhere")
        await third.hall.ledger.settle()
        let standing = await third.hall.view().ledger
        #expect(standing.pending == 1 && standing.fault?.english.contains("not of this log") == true)
        #expect(try Data(contentsOf: first.folder.ledger) == other)
    }
}
