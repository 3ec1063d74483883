import ExamModel
import ExamPackage
import ExamSeat
import ExamTestSupport
import Foundation
import Sealing
import SiteProtocol
import Sitting
import Synchronization

@testable import SiteServer

/// A paper for two sites, a hall for each, and a clock that the test sets. Candidates 1 and 2 sit at the site `first`, 3 at
/// `second`; the forms are open from ``release()`` on.
final class TestRoom: Sendable {
    static let stations = [Station(id: "first", name: "一考点"), Station(id: "second", name: "二考点")]
    static let start = TestAuthority.day

    let authority: TestAuthority
    let folder: TemporaryFolder
    let paper: PaperPackage
    let clock = TestClock()
    private let sites: [String: Credential]

    init(graceMinutes: Int? = 10) throws {
        authority = try TestAuthority()
        folder = try TemporaryFolder()
        let exam = Exam(
            id: "demo-2020", title: "窗口单位业务技能练兵比武",
            session: Session(
                name: "上机笔试", start: Self.start, minutes: 90, latestStartMinutes: 30, earliestHandInMinutes: 0,
                graceMinutes: graceMinutes),
            roomRules: [], sites: Self.stations)
        var sites: [String: Credential] = [:]
        for station in Self.stations { sites[station.id] = try authority.issue(Holder(.site, id: station.id)) }
        self.sites = sites
        var randomness = SystemRandomNumberGenerator()
        paper = try PaperPackage.seal(
            PaperContents(
                exam: exam,
                seating: [
                    Holder(.site, id: "first"): [1, 2].map(SealedSample.candidate),
                    Holder(.site, id: "second"): [SealedSample.candidate(3)],
                ], forms: [SealedSample.form], grading: Data("{}".utf8), bank: .zero, blueprint: .zero,
                seed: Seed.random(using: &randomness), ledger: .zero),
            office: authority[.office], supervision: authority[.supervision],
            sites: Dictionary(uniqueKeysWithValues: sites.map { (Holder(.site, id: $0.key), $0.value.certificate) }),
            grading: authority[.grading].certificate, trusting: authority.trust, at: TestAuthority.day,
            to: folder["paper.kcp"])
    }

    func credential(of site: String) throws -> Credential { sites[site] ?? authority[.site] }

    /// A hall on the site's folder; a second one goes on where the first stopped.
    func hall(_ site: String = "first") async throws -> Hall {
        let places = SiteFolder(folder[site])
        try FileManager.default.createDirectory(at: places.url, withIntermediateDirectories: true)
        let hall = try Hall(
            places, site: SitePaper(paper, site: credential(of: site)), copyingTo: nil, clock: clock.read,
            instant: clock.instant)
        try await hall.open(takesOver: false)
        return hall
    }

    /// Gives the release to a hall.
    func release(to hall: Hall) async throws {
        let release = try paper.release(
            office: authority[.office], supervision: authority[.supervision],
            terms: ReleaseTerms(session: paper.exam.session, ledger: .zero), at: TestAuthority.day)
        try release.write(to: folder["release.kcr"])
        try await hall.put(release: folder.read("release.kcr"))
    }

    /// Enrols the machine at a seat and logs its candidate in there.
    func logIn(_ number: Int, to hall: Hall, at seat: String? = nil) async throws -> LoginReply {
        let candidate = SealedSample.candidate(number)
        let seat = seat ?? candidate.seat
        return try await hall.logIn(LoginRequest(ticket: candidate.ticket, lastSix: candidate.lastSix), at: seat)
    }

    /// The code for the machine at a seat.
    func code(_ seat: String, of hall: Hall) async throws -> String {
        try await hall.perform(.issueCodes([seat]), by: "test", because: "test").codes[seat] ?? ""
    }

    /// A journal in its envelope, as a terminal carries it.
    func sealed(_ journal: TestJournal, to site: String = "first", by signer: Purpose = .terminal) throws -> Data {
        try SealedJournal.seal(
            journal.bytes(), by: authority[signer], to: credential(of: site).certificate, at: clock.read().date)
    }
}

extension Hall {
    /// As the file appears in the folder.
    func put(release data: Data) async throws {
        try data.write(to: places.release)
        try await takeRelease(data)
    }

    /// What the disk has of a journal.
    func lines(of ticket: TicketNumber) throws -> [Data] { try store.lines(of: ticket) }

    /// Of whom lines are kept aside.
    func stranded() throws -> [TicketNumber] { try store.strandedTickets() }

    /// The rows of the log.
    func rows() throws -> [String] { try store.events().map { String(decoding: $0, as: UTF8.self) } }
}

/// Shows the time since T0 that was set; the wall clock goes with it.
final class TestClock: Sendable {
    private let time = Mutex(SessionTime.minutes(-10))
    private let began = ContinuousClock.now

    func set(_ time: SessionTime) { self.time.withLock { $0 = time } }

    /// A moment that moves with the clock.
    @Sendable func instant() -> ContinuousClock.Instant {
        began + .milliseconds(time.withLock { $0.milliseconds })
    }

    @Sendable func read() -> ClockReading {
        let milliseconds = time.withLock { $0.milliseconds }
        return ClockReading(
            boot: "test", nanoseconds: UInt64(milliseconds + 86_400_000) * 1_000_000,
            wallMilliseconds: Int(TestRoom.start.timeIntervalSince1970 * 1000) + milliseconds)
    }
}
