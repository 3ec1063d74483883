import AsyncHTTPClient
package import ExamModel
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import SiteProtocol
import Synchronization

/// Requests to a site's server over TLS; shared by everybody in this process who talks to one site.
package final class SiteTransport: Sendable {
    private static let connectSeconds: Int64 = 3

    private let client: HTTPClient
    private let addresses: [SiteAddress]
    private let state: Mutex<State>
    private let refused = PeerRefusal()

    private struct State {
        var address = 0
        var reign: Int
    }

    /// `connections` is how many requests may be under way at once. No server is followed whose reign is lower than
    /// `reign`.
    package init(
        _ addresses: [SiteAddress], as trust: SiteTrust, connections: Int = 4, reign: Int = 0
    ) throws(Refusal) {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: try trust.tlsConfiguration(), redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(Self.connectSeconds)),
            connectionPool: .init(
                idleTimeout: .seconds(120), concurrentHTTP1ConnectionsPerHostSoftLimit: connections))
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        configuration.http1_1ConnectionDebugInitializer = { [refused] channel in
            trust.check(channel).flatMapErrorThrowing { error in
                refused.note(error as? Refusal)
                throw error
            }
        }
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        self.addresses = addresses
        state = Mutex(State(reign: reign))
    }

    deinit {
        client.shutdown(queue: .global()) { _ in }
    }

    /// The highest reign that was seen.
    package var reign: Int { state.withLock { $0.reign } }

    /// Whether a server with this time may be followed; one that another machine took over may not.
    func follow(_ time: SiteTime) throws(SiteFailure) {
        let isCurrent = state.withLock { state in
            guard time.reign >= state.reign else {
                state.address = (state.address + 1) % addresses.count
                return false
            }
            state.reign = time.reign
            return true
        }
        guard isCurrent else { throw .unreachable("reign \(time.reign)") }
    }

    /// Returns the body of a success. After a failure to reach the server, the next request goes to the next address.
    func send(
        _ method: HTTPMethod, _ route: SiteRoute, _ query: String = "", headers: [(String, String)], body: Data? = nil,
        seconds: Int
    ) async throws(SiteFailure) -> Data {
        let address = state.withLock { $0.address }
        var request = HTTPClientRequest(url: addresses[address].base + route.rawValue + query)
        request.method = method
        request.headers = HTTPHeaders(headers)
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        do {
            let response = try await client.execute(request, deadline: .now() + .seconds(Int64(seconds)))
            let buffer = try await response.body.collect(upTo: SiteRoute.largestReply)
            let bytes = Data(buffer.readableBytesView)
            guard response.status.code >= 300 else { return bytes }
            if let fault = try? JSONDecoder().decode(SiteFault.self, from: bytes) { throw SiteFailure.refused(fault) }
            throw SiteFailure.unreachable("HTTP \(response.status.code)")
        } catch let failure as SiteFailure {
            throw failure
        } catch let refusal as Refusal {
            turn(from: address)
            throw .unreachable(refusal.findings.first?.message.chinese ?? "")
        } catch {
            turn(from: address)
            throw .unreachable(refused.take()?.findings.first?.message.chinese ?? Self.name(error))
        }
    }

    private func turn(from address: Int) {
        state.withLock { state in
            if state.address == address { state.address = (address + 1) % addresses.count }
        }
    }

    private static func name(_ error: any Error) -> String {
        if let error = error as? HTTPClientError { return error.shortDescription }
        return String("\(error)".prefix(60))
    }
}

/// Why the last server was no site of the exam: the client tells only that the connection failed.
private final class PeerRefusal: Sendable {
    private let refusal = Mutex<Refusal?>(nil)

    func note(_ refusal: Refusal?) {
        self.refusal.withLock { $0 = refusal }
    }

    func take() -> Refusal? {
        refusal.withLock { refusal in
            defer { refusal = nil }
            return refusal
        }
    }
}
