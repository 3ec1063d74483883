package import ExamModel
import ExamPackage
package import ExamSeat
package import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
package import Sealing
import ServiceLifecycle
import SiteProtocol
package import Sitting
import UnixSignals

/// A running exam site: one port for terminals, one for the console, a socket in the folder for commands, the ticker, and
/// a look every second for the release file.
package struct SiteApplication: Sendable {
    package struct Options: Sendable {
        package var host: String
        package var port: Int
        package var consolePort: Int
        /// Where the hot copy goes.
        package var copy: URL?
        /// The folder is another machine's copy: this server goes on in its place.
        package var takesOver: Bool

        package init(host: String, port: Int, consolePort: Int, copy: URL? = nil, takesOver: Bool = false) {
            self.host = host
            self.port = port
            self.consolePort = consolePort
            self.copy = copy
            self.takesOver = takesOver
        }
    }

    /// Connections of terminals and of browsers, beyond which new ones wait.
    private static let mostConnections = 12_000
    /// A terminal's longest silence on a connection: longer than a long poll.
    private static let idle = TimeAmount.seconds(90)

    let hall: Hall
    let meter = RequestMeter()
    private let forms: FormShelf
    private let folder: SiteFolder
    private let options: Options
    private let lock: SiteLock

    /// Opens the folder and goes on where its server stopped.
    package init(
        _ folder: SiteFolder, _ options: Options, passphrases: PassphraseSource,
        clock: @escaping @Sendable () -> ClockReading, warn: @escaping @Sendable (Finding) -> Void
    ) async throws {
        try await self.init(folder, options, paper: folder.openPaper(passphrases, warn: warn), clock: clock)
    }

    /// The same with a paper that is open already; `folder` need not hold one.
    package init(
        _ folder: SiteFolder, _ options: Options, paper: SitePaper, clock: @escaping @Sendable () -> ClockReading
    ) async throws {
        lock = try folder.lock()
        self.folder = folder
        self.options = options
        hall = try Hall(folder, site: paper, copyingTo: options.copy, clock: clock)
        forms = FormShelf(paper)
        try await hall.open(takesOver: options.takesOver)
    }

    /// Serves until a signal ends it. `ready` is told the two ports.
    package func run(_ ready: @escaping @Sendable (_ terminals: Int, _ console: Int) -> Void) async throws {
        let logger = Self.logger(.notice)
        let ports = ReadyPorts(ready)
        let console = Application(
            router: try ConsolePage(hall, folder: folder, logger: logger).router(),
            server: try .tls(
                .http1(configuration: .init(idleTimeout: Self.idle)), configuration: SiteTLS.console(hall.site.site)),
            configuration: .init(address: .hostname(options.host, port: options.consolePort)),
            onServerRunning: { ports.console($0.localAddress?.port) }, logger: logger)
        let control = ControlSocket(hall: hall, folder: folder, logger: logger)
        let services: [any Service] = [
            HallService(hall: hall), StallWatch(hall: hall),
            ReleaseWatch(hall: hall, forms: forms, folder: folder, logger: logger),
            try terminals(logger) { ports.terminals($0) }, console, try control.application(),
        ]
        let group = ServiceGroup(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        try await group.run()
        withExtendedLifetime(lock) {}
    }

    /// Serves terminals alone, until the task is cancelled: no console, no socket, no signals. `ready` is told the port.
    package func runForTerminals(_ ready: @escaping @Sendable (Int) -> Void) async throws {
        let logger = Self.logger(.critical)
        let services: [any Service] = [
            HallService(hall: hall), ReleaseWatch(hall: hall, forms: forms, folder: folder, logger: logger),
            try terminals(logger) { if let port = $0 { ready(port) } },
        ]
        try await ServiceGroup(services: services, logger: logger).run()
        withExtendedLifetime(lock) {}
    }

    private func terminals(
        _ logger: Logger, onRunning: @escaping @Sendable (Int?) -> Void
    ) throws -> some ApplicationProtocol {
        let site = hall.site
        return Application(
            router: TerminalRoutes(hall: hall, forms: forms, meter: meter).router(),
            server: try .tls(
                .http1(configuration: .init(idleTimeout: Self.idle)),
                configuration: SiteTLS.terminals(site.site, trusting: site.package.trust) { [hall] in hall.date }),
            configuration: .init(
                address: .hostname(options.host, port: options.port), backlog: 4096,
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
            onServerRunning: { onRunning($0.localAddress?.port) }, logger: logger)
    }

    private static func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "kaochang-site")
        logger.logLevel = level
        return logger
    }
}

/// The hall's ticker as a service.
struct HallService: Service {
    let hall: Hall

    func run() async throws {
        await cancelWhenGracefulShutdown { await hall.run() }
    }
}

/// Takes the release in when its file appears in the folder.
struct ReleaseWatch: Service {
    let hall: Hall
    let forms: FormShelf
    let folder: SiteFolder
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var seen: Data?
            while !Task.isCancelled {
                if let data = try? Data(contentsOf: folder.release), data != seen {
                    do {
                        try await hall.takeRelease(data)
                        seen = data
                        await forms.prepare(in: hall)
                    } catch is SiteFault {
                        // The disk did not take it: once more in a second.
                    } catch {
                        seen = data
                        logger.warning("release.kcr: \(error)")
                    }
                }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}
