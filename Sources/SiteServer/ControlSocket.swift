import Foundation
import HTTPTypes
import Hummingbird
import Logging
import SiteProtocol

/// The socket in the site's folder that commands speak to: whoever may write to the folder may use it.
struct ControlSocket: Sendable {
    static let fileName = "control.sock"

    let hall: Hall
    let folder: SiteFolder
    let logger: Logger

    func application() throws -> some ApplicationProtocol {
        let path = folder.url.appending(path: Self.fileName).path
        unlink(path)
        let router = Router()
        router.add(middleware: SiteFaults())
        ConsoleRoutes<BasicRequestContext>(hall: hall) { request, _, _ in Self.actor(of: request) }.add(to: router)
        CarryRoute(hall: hall) { request in Self.actor(of: request) }.add(to: router)
        return Application(
            router: router, configuration: .init(address: .unixDomainSocket(path: path)),
            onServerRunning: { _ in chmod(path, 0o600) }, logger: logger)
    }

    /// The name that the command gave, marked as one that nobody signed in under.
    private static func actor(of request: Request) -> String {
        guard let field = HTTPField.Name(ControlClient.actorHeader), let name = request.headers[field], !name.isEmpty
        else { return "command" }
        return "command:\(name.prefix(32))"
    }
}
