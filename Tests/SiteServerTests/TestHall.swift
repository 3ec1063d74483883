import ExamModel
import ExamPackage
import ExamSeat
import ExamTestSupport
import Foundation
import Hummingbird
import Logging
import Sealing
import Sitting
import Synchronization

@testable import SiteServer

/// A clock that stands until somebody moves it.
final class StoppedClock: Sendable {
    private let nanoseconds: Mutex<UInt64>
    private let start: Date

    init(at start: Date) {
        self.start = start
        nanoseconds = Mutex(1_000_000_000_000)
    }

    func advance(seconds: Int) {
        nanoseconds.withLock { $0 += UInt64(seconds) * 1_000_000_000 }
    }

    func read() -> ClockReading {
        let passed = nanoseconds.withLock { $0 }
        return ClockReading(
            boot: "test", nanoseconds: passed,
            wallMilliseconds: Int(start.timeIntervalSince1970 * 1000) + Int((passed - 1_000_000_000_000) / 1_000_000))
    }
}

/// A hall of three candidates without a server, half an hour before the start, and its console.
struct TestHall {
    let sample: SealedSample
    let folder: SiteFolder
    let clock: StoppedClock
    let hall: Hall
    static let password = "a long password"

    init() async throws {
        let day = Date(timeIntervalSince1970: 1_790_000_000)
        try await self.init(
            SealedSample(at: day, candidates: 3), clock: StoppedClock(at: day.addingTimeInterval(-1800)))
    }

    /// Goes on in the folder of `sample`, as a server does that was started again.
    init(_ sample: SealedSample, clock: StoppedClock) async throws {
        self.sample = sample
        self.clock = clock
        folder = SiteFolder(sample.folder["site"])
        try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
        let authority = sample.authority
        let site = try SitePaper.open(
            sample.folder["papers/sample.kcp"], trusting: authority.trust, site: authority[.site])
        hall = try Hall(folder, site: site, copyingTo: nil, clock: { clock.read() })
        try await hall.open(takesOver: false)
    }

    /// The console's page, with an account of each role.
    func console() throws -> some ApplicationProtocol {
        let file = AccountFile(in: folder)
        for role in AccountRole.allCases {
            let password = try Passphrase(SecretBytes(copying: Data(Self.password.utf8)))
            try file.add(Account(name: role.rawValue, role: role, password: password))
        }
        return Application(
            router: try ConsolePage(hall, folder: folder, logger: Logger(label: "test")).router())
    }

    static func ticket(_ number: Int) -> TicketNumber { SealedSample.candidate(number).ticket }
}
