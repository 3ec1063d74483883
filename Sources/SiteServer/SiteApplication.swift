package import ExamModel
import ExamPackage
import ExamSeat
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

    private let hall: Hall
    private let folder: SiteFolder
    private let options: Options
    private let lock: SiteLock
    private let logger: Logger

    /// Opens the folder and goes on where its server stopped.
    package init(
        _ folder: SiteFolder, _ options: Options, passphrases: PassphraseSource, clock: SystemClock,
        warn: @escaping @Sendable (Finding) -> Void
    ) async throws {
        lock = try folder.lock()
        self.folder = folder
        self.options = options
        var logger = Logger(label: "kaochang-site")
        logger.logLevel = .notice
        self.logger = logger
        let site = try folder.openPaper(passphrases, warn: warn)
        hall = try Hall(folder, site: site, copyingTo: options.copy, clock: { clock.read() })
        try await hall.open(takesOver: options.takesOver)
    }

    /// Serves until a signal ends it. `ready` is told the two ports.
    package func run(_ ready: @escaping @Sendable (_ terminals: Int, _ console: Int) -> Void) async throws {
        let ports = ReadyPorts(ready)
        let site = hall.site
        let trust = site.package.trust
        let terminals = Application(
            router: TerminalRoutes(hall: hall, forms: FormShelf(site)).router(),
            server: try .tls(
                .http1(configuration: .init(idleTimeout: Self.idle)),
                configuration: SiteTLS.terminals(site.site, trusting: trust) { Date() }),
            configuration: .init(
                address: .hostname(options.host, port: options.port), backlog: 4096,
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
            onServerRunning: { ports.terminals($0.localAddress?.port) }, logger: logger)
        let console = Application(
            router: try ConsolePage(hall, folder: folder, logger: logger).router(),
            server: try .tls(
                .http1(configuration: .init(idleTimeout: Self.idle)), configuration: SiteTLS.console(site.site)),
            configuration: .init(address: .hostname(options.host, port: options.consolePort)),
            onServerRunning: { ports.console($0.localAddress?.port) }, logger: logger)
        let control = ControlSocket(hall: hall, folder: folder, logger: logger)
        let services: [any Service] = [
            HallService(hall: hall), ReleaseWatch(hall: hall, folder: folder, logger: logger), terminals, console,
            try control.application(),
        ]
        let group = ServiceGroup(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        try await group.run()
        withExtendedLifetime(lock) {}
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
    let folder: SiteFolder
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var refused: Data?
            while !Task.isCancelled {
                if let data = try? Data(contentsOf: folder.release), data != refused {
                    do {
                        try await hall.takeRelease(data)
                    } catch {
                        refused = data
                        logger.warning("release.kcr: \(error)")
                    }
                }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}
