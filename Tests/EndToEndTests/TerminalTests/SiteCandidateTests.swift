import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import SiteLink
import SiteProtocol
import Sitting
import Testing

/// Candidates without a screen against the real server.
struct SiteCandidateTests {
    @Test func twentyInOneProcessSitFromTheLoginToTheReceipt() async throws {
        let count = 20
        let sample = try SealedSample(at: .now, candidates: count, earliestHandIn: 0)
        let site = try RunningSite(sample)
        let clock = try SystemClock()
        let trust = SiteTrust(sample.authority.trust, terminal: sample.authority[.terminal], now: { clock.read().date })
        let transport = try SiteTransport(
            SiteAddress.read("https://127.0.0.1:\(site.port)"), as: trust, connections: 2 * count)
        let folder = try TerminalFolder(sample.folder["candidates"])
        let shelf = FormShelf()
        var machines: [String] = []
        for number in 1...count {
            let request = EnrolmentRequest(code: try site.code("\(number)"), machine: "machine \(number)")
            machines.append(try await SiteClient(transport).enrol(request).token)
        }
        try sample.release(start: .now.addingTimeInterval(2))
        try Command.shell("cp papers/sample.kcr site/release.kcr", in: sample.folder)
        let receipts = try await withThrowingTaskGroup(of: String.self) { group in
            for (index, machine) in machines.enumerated() {
                let who = SealedSample.candidate(index + 1)
                let candidate = SiteCandidate(
                    SiteClient(transport, machine: machine),
                    login: LoginRequest(ticket: who.ticket, lastSix: who.lastSix), trust: trust, folder: folder,
                    shelf: shelf, readClock: clock.read
                ) { paper in
                    paper.content.questions.map { .init(at: .zero, .answered($0.id, [$0.item.options[0].id])) }
                        + [.init(at: .seconds(3), .handedIn)]
                }
                group.addTask { try await candidate.run() }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(receipts.count == count)
        for number in 1...count {
            let journals = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
            #expect(journals.contains { $0.hasSuffix("\(SealedSample.candidate(number).ticket).kcj") })
        }
    }
}
