package import ExamModel
import ExamPackage
package import ExamSeat
package import Foundation
package import Sealing
import SiteServer
package import Sitting

/// One exam session rehearsed: a real server for each site, real terminals without screens over TLS, all in this
/// process, and a clock that runs as fast as the work is done.
package struct SiteRehearsal: Sendable {
    package struct Site: Sendable {
        package let paper: SitePaper
        /// Made anew; the answers are in its `export/` afterwards.
        package let folder: URL
        package let scripts: [Script]

        package init(_ paper: SitePaper, folder: URL, scripts: [Script]) {
            self.paper = paper
            self.folder = folder
            self.scripts = scripts
        }
    }

    package struct Outcome: Hashable, Sendable {
        /// The sealed answers, a file a site.
        package let answers: [URL]
        /// Answers of which a site said that they are on its disk.
        package let acknowledged: Int
        /// Whose machine died and was started again.
        package let resumed: Int
        /// Who went on at another machine.
        package let moved: Int
        package let requests: Int
        /// Of one server, in the busiest second that really passed.
        package let peakRequestsPerSecond: Int
    }

    /// When the terminals are switched on, if the exam's rules allow it.
    private static let arrival = SessionTime.minutes(10)
    /// Candidates come in groups, as many at a time.
    private static let group = 16
    /// After so long without anything happening a rehearsal is given up.
    private static let patience = Duration.seconds(60)

    private let sites: [Site]
    private let release: Data
    private let session: Session
    private let terminal: Credential

    /// - Parameters:
    ///   - release: the release file's bytes.
    ///   - session: as the release names it.
    ///   - terminal: the certificate of all machines, with its key.
    package init(_ sites: [Site], release: Data, session: Session, terminal: Credential) {
        self.sites = sites
        self.release = release
        self.session = session
        self.terminal = terminal
    }

    /// Runs the session from the first login to the export. Refuses what a server refuses to begin with, more candidates
    /// than this process can connect (REHEARSAL_TOO_LARGE), and REHEARSAL_FAILED with the ticket of the first candidate who could not do what the script says. `progress` is told
    /// the session's time.
    package func run(_ progress: @escaping @Sendable (SessionTime) -> Void) async throws(Refusal) -> Outcome {
        do {
            return try await rehearse(progress)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.rehearsalFailed, "演练中断：\(error)", "the rehearsal broke off: \(error)")
        }
    }

    private func rehearse(_ progress: @escaping @Sendable (SessionTime) -> Void) async throws -> Outcome {
        try DescriptorLimit.raise(for: sites.reduce(0) { $0 + $1.scripts.count })
        let early = session.earliestLoginMinutes.map(SessionTime.minutes) ?? Self.arrival
        let clock = VirtualClock(start: session.start, at: .zero - min(early, Self.arrival))
        let tally = Tally()
        var servers: [RehearsedSite] = []
        for site in sites { servers.append(try await RehearsedSite(site, clock: clock)) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            var rooms: [RehearsedRoom] = []
            for (site, server) in zip(sites, servers) {
                let port = try await Self.start(server, in: &group)
                rooms.append(
                    try RehearsedRoom(
                        of: server, port: port, terminal: terminal, trust: site.paper.package.trust, clock: clock,
                        tally: tally))
            }
            group.addTask { [servers, rooms] in
                try await sit(servers, rooms, clock, tally, progress)
                return true
            }
            group.addTask { try await Self.watch(clock, tally) }
            // A server that ends before the candidates is an error, and so is a rehearsal that stands still.
            let hasSat = try await group.next() ?? false
            group.cancelAll()
            guard hasSat else {
                throw Refusal(.rehearsalFailed, "考点服务器提前结束", "a site's server ended before the exam")
            }
        }
        var answers: [URL] = []
        for server in servers { answers.append(try await server.export()) }
        let requests = servers.map(\.application.requests)
        return Outcome(
            answers: answers, acknowledged: tally.count.answers, resumed: tally.count.resumed,
            moved: tally.count.moved, requests: requests.reduce(0) { $0 + $1.total },
            peakRequestsPerSecond: requests.map(\.peakPerSecond).max() ?? 0)
    }

    /// Returns the port once the server listens.
    private static func start(
        _ server: RehearsedSite, in group: inout ThrowingTaskGroup<Bool, any Error>
    ) async throws -> Int {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        group.addTask {
            defer { port.finish() }
            try await server.serve { port.yield($0) }
            return false
        }
        for await port in ports { return port }
        _ = try await group.next()
        throw Refusal(.rehearsalFailed, "考点服务器没有启动", "a site's server did not start")
    }

    private func sit(
        _ servers: [RehearsedSite], _ rooms: [RehearsedRoom], _ clock: VirtualClock, _ tally: Tally,
        _ progress: @Sendable (SessionTime) -> Void
    ) async throws {
        let places = zip(servers, rooms).flatMap { server, room in
            server.scripts.enumerated().map { (room, $0.element, $0.offset + 1) }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for first in stride(from: 0, to: places.count, by: Self.group) {
                for (room, script, number) in places[first..<min(places.count, first + Self.group)] {
                    clock.join()
                    group.addTask { await room.sit(script, number: number) }
                }
                await clock.waitUntilAllSleep()
                try tally.check()
            }
            for server in servers { try await server.take(release: release) }
            clock.move(to: .zero)
            // A reply that was on its way while the clock moved may have sent somebody to sleep again, until the next.
            while tally.count.starts < places.count {
                try await Task.sleep(for: .milliseconds(1))
                await clock.waitUntilAllSleep()
                try tally.check()
                try Task.checkCancellation()
            }
            while let next = clock.nextWaking {
                clock.move(to: next)
                await clock.waitUntilAllSleep()
                try tally.check()
                try Task.checkCancellation()
                progress(next)
            }
        }
    }

    /// Throws when nothing happens any more.
    private static func watch(_ clock: VirtualClock, _ tally: Tally) async throws -> Bool {
        var last = (clock.time, tally.count)
        var since = ContinuousClock.now
        while true {
            try await Task.sleep(for: .seconds(1))
            let current = (clock.time, tally.count)
            if current != last { (last, since) = (current, .now) }
            guard ContinuousClock.now - since < patience else {
                throw Refusal(
                    .rehearsalFailed, "演练停在 T0 后 \(current.0.wholeSeconds) 秒，不再前进",
                    "the rehearsal stands still \(current.0.wholeSeconds) s after T0")
            }
        }
    }
}
