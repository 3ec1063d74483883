import CanonicalJSON
import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import SiteProtocol
import Sitting
import Testing

/// Every message of the site's protocol as it stands on the wire, for ever: `Tests/Fixtures/site-protocol`, a file each, keys
/// sorted (on the wire they come in any order).
struct WireTests {
    private static let start = Date(timeIntervalSince1970: 1_600_000_000)
    private static let session = Session(
        name: "上机笔试", start: start, minutes: 90, latestStartMinutes: 30, earliestHandInMinutes: 30,
        earliestLoginMinutes: 20, graceMinutes: 10)
    private static let time = SiteTime(session: .seconds(-90), isReleased: false, reign: 1)
    private static let header = JournalHeader(exam: "sample", paper: .zero, form: "A", ticket: "5101240101")
    private static let candidate = SeatAssignment(
        ticket: "5101240101", name: "考生甲", team: "成都市一队", unit: "某局", seat: "1-01", lastSix: "00123X", form: "A")

    private func check<Value: Codable & Equatable>(_ value: Value, _ name: String) throws {
        let golden = String(decoding: try Fixture.data("site-protocol/\(name).json"), as: UTF8.self)
        let text = String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
        #expect(text + "\n" == golden, "\(name)")
        #expect(try CanonicalJSON.decodeAny(Value.self, from: Data(golden.utf8)) == value, "\(name)")
    }

    @Test func enrolmentAndNotice() throws {
        try check(EnrolmentRequest(code: "K3M9-QWXZ", machine: "pc-17"), "enrolment-request")
        try check(EnrolmentReply(token: String(repeating: "0f", count: 32), seat: "1-17"), "enrolment-reply")
        let exam = Exam(id: "sample", title: "窗口单位业务技能练兵比武", session: Self.session, roomRules: ["保持安静。"])
        try check(SiteNotice(exam: exam, seat: "1-17", time: Self.time, certificate: "-----BEGIN…"), "notice")
    }

    @Test func login() throws {
        try check(LoginRequest(ticket: "5101240101", lastSix: "00123X"), "login-request")
        try check(
            LoginReply(
                candidate: Self.candidate, token: String(repeating: "f0", count: 32), waitsFor: nil,
                header: Self.header, lines: 0, time: Self.time), "login-reply")
        try check(
            LoginReply(
                candidate: Self.candidate, token: nil, waitsFor: Bilingual("请举手", "raise your hand"),
                header: Self.header, lines: 12, time: Self.time), "login-reply-held")
    }

    @Test func repliesAreSpelledAndReadWithoutACoder() throws {
        let reply = JournalReply(
            lines: 13, head: Digest(of: Data([1])),
            time: SiteTime(session: SessionTime(milliseconds: -5), isReleased: false, reign: 2), orders: 0)
        #expect(try reply.json == CanonicalJSON.encode(reply))
        #expect(try JournalReply(json: reply.json) == reply)
        let spaced = Data(String(decoding: reply.json, as: UTF8.self).replacing(":", with: " : ").utf8)
        #expect(try JournalReply(json: spaced) == reply)
        #expect(throws: Refusal.self) { try JournalReply(json: reply.json.dropLast()) }
    }

    @Test func journalAndOrders() throws {
        try check(JournalReply(lines: 13, head: .zero, time: Self.time, orders: 6), "journal-reply")
        let orders = [
            SiteOrder(number: 1, order: .pause), SiteOrder(number: 2, order: .resume),
            SiteOrder(number: 3, order: .extraTime(.minutes(5))), SiteOrder(number: 4, message: "第三题有更正"),
            SiteOrder(number: 5, order: .collect), SiteOrder(number: 6, order: .void),
        ]
        try check(OrdersReply(orders: orders, time: Self.time), "orders-reply")
        try check(
            orders.compactMap(\.order).map(SittingEvent.ordered)
                + [.started, .answered("a", ["1", "3"]), .written("b", ["三十日", ""]), .flagged("a"), .unflagged("a")]
                + [.heartbeat, .handedIn, .timeUp], "journal-events")
    }

    @Test func faultsWithTheirStatus() throws {
        try check(SiteFault(.gap, "缺行", "lines are missing", lines: 7), "fault-gap")
        try check(SiteFault(.locked, "请等候", "wait", seconds: 60), "fault-locked")
        let table = SiteFault.Code.allCases.map { "\(SiteFault($0, "", "").status) \($0.rawValue)" }.sorted()
        let golden = String(decoding: try Fixture.data("site-protocol/faults.txt"), as: UTF8.self)
        #expect(Set(golden.split(separator: "\n").map(String.init)).isSubset(of: table))
        let document = String(decoding: try Fixture.data("../../docs/Formats.md"), as: UTF8.self)
        for code in SiteFault.Code.allCases { #expect(document.contains("`\(code.rawValue)`"), "\(code.rawValue)") }
    }

    @Test func everyPathIsInTheDocument() throws {
        let document = String(decoding: try Fixture.data("../../docs/Formats.md"), as: UTF8.self)
        for route in SiteRoute.allCases { #expect(document.contains("`\(route.rawValue)`"), "\(route.rawValue)") }
        for header in [SiteRoute.machineHeader, SiteRoute.sittingHeader] { #expect(document.contains("`\(header)`")) }
    }
}
