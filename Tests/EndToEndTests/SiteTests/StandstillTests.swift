import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import SiteLink
import SiteProtocol
import Sitting
import Testing

/// A real server that is stopped for a while in the middle of an exam.
struct StandstillTests {
    private struct Room: Decodable {
        struct Counts: Decodable {
            let answering: Int
        }
        struct Incident: Decodable {
            let kind: String
            let ticket: String?
            /// Milliseconds.
            let outage: Int?
        }
        let counts: Counts
        let incidents: [Incident]
    }

    @Test func theTimeIsOfferedToTheRoomOnceAndNobodyCountsAsCutOff() async throws {
        let sample = try SealedSample(at: .now, earliestHandIn: 0)
        let site = try RunningSite(sample)
        let clock = try SystemClock()
        let trust = SiteTrust(sample.authority.trust, terminal: sample.authority[.terminal], now: { clock.read().date })
        let transport = try SiteTransport(SiteAddress.read("https://127.0.0.1:\(site.port)"), as: trust)
        let folder = try TerminalFolder(sample.folder["candidates"])
        var sittings: [Task<String, any Error>] = []
        for number in 1...2 {
            let request = EnrolmentRequest(code: try site.code("\(number)"), machine: "machine \(number)")
            let who = SealedSample.candidate(number)
            let candidate = SiteCandidate(
                SiteClient(transport, machine: try await SiteClient(transport).enrol(request).token),
                login: LoginRequest(ticket: who.ticket, lastSix: who.lastSix), trust: trust, folder: folder,
                shelf: FormShelf(), readClock: clock.read
            ) { _ in [] }
            sittings.append(Task { try await candidate.run() })
        }
        defer { for sitting in sittings { sitting.cancel() } }
        try sample.release(start: .now.addingTimeInterval(1))
        try Command.shell("cp papers/sample.kcr site/release.kcr", in: sample.folder)
        _ = try await room(of: site) { $0.counts.answering == 2 }

        site.signal(SIGSTOP)
        try await Task.sleep(for: .seconds(6))
        site.signal(SIGCONT)
        _ = try await room(of: site) { !$0.incidents.isEmpty }
        try await Task.sleep(for: .seconds(2))
        let incidents = try await room(of: site) { _ in true }.incidents
        #expect(incidents.map(\.kind) == ["server-down"])
        #expect(incidents.first?.ticket == nil)
        #expect((5_000...10_000).contains(incidents.first?.outage ?? 0), "\(incidents)")
    }

    /// The room, once it is as it should be.
    private func room(of site: RunningSite, _ isRight: (Room) -> Bool) async throws -> Room {
        let deadline = ContinuousClock.now + .seconds(20)
        while true {
            let room = try JSONDecoder().decode(Room.self, from: Data(site.room().utf8))
            if isRight(room) { return room }
            try #require(ContinuousClock.now < deadline, "\(room)")
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
