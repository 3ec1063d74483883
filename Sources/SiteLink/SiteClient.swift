import CanonicalJSON
import ExamModel
package import ExamPackage
package import Foundation
import NIOHTTP1
import Sealing
package import SiteProtocol

/// The requests of one machine, and of the candidate at it.
package struct SiteClient: Sendable {
    private static let patience = 6

    package let transport: SiteTransport
    /// Nil before the machine is enrolled.
    package var machine: String?
    /// Nil before somebody has logged in.
    package var sitting: String?

    package init(_ transport: SiteTransport, machine: String? = nil) {
        self.transport = transport
        self.machine = machine
    }

    /// Whether the server answers.
    package func alive() async throws(SiteFailure) {
        _ = try await send(.GET, .alive)
    }

    package func enrol(_ request: EnrolmentRequest) async throws(SiteFailure) -> EnrolmentReply {
        try await read(EnrolmentReply.self, from: send(.POST, .enrol, body: encode(request)))
    }

    package func notice() async throws(SiteFailure) -> SiteNotice {
        let notice = try await read(SiteNotice.self, from: send(.GET, .notice))
        try transport.follow(notice.time)
        return notice
    }

    package func logIn(_ request: LoginRequest) async throws(SiteFailure) -> LoginReply {
        let reply = try await read(LoginReply.self, from: send(.POST, .login, body: encode(request)))
        try transport.follow(reply.time)
        return reply
    }

    /// The form as it opens with the release. A whole paper travels: it is given a minute.
    package func form() async throws(SiteFailure) -> SealedForm {
        try await read(SealedForm.self, from: send(.GET, .form, seconds: 60))
    }

    /// The release file.
    package func release() async throws(SiteFailure) -> Data {
        try await send(.GET, .release)
    }

    /// The site's lines of the journal from the line `first`, each with its line feed.
    package func lines(from first: Int) async throws(SiteFailure) -> Data {
        try await send(.GET, .lines, "?from=\(first)", seconds: 30)
    }

    package func post(lines: Data, from first: Int) async throws(SiteFailure) -> JournalReply {
        let bytes = try await send(.POST, .journal, "?from=\(first)", body: lines)
        let reply = try read(bytes, JournalReply.init(json:))
        try transport.follow(reply.time)
        return reply
    }

    /// Waits at the site for at most `wait` seconds until there is something after the number `after`.
    /// `sawRelease`: whether this terminal knows of the release, which otherwise is something too.
    package func orders(after: Int, wait: Int, sawRelease: Bool) async throws(SiteFailure) -> OrdersReply {
        let reply = try await read(
            OrdersReply.self,
            from: send(
                .GET, .orders, "?after=\(after)&wait=\(wait)&released=\(sawRelease ? 1 : 0)",
                seconds: wait + Self.patience))
        try transport.follow(reply.time)
        return reply
    }

    private func send(
        _ method: HTTPMethod, _ route: SiteRoute, _ query: String = "", body: Data? = nil, seconds: Int = patience
    ) async throws(SiteFailure) -> Data {
        var headers: [(String, String)] = []
        if let machine { headers.append((SiteRoute.machineHeader, machine)) }
        if let sitting { headers.append((SiteRoute.sittingHeader, sitting)) }
        return try await transport.send(method, route, query, headers: headers, body: body, seconds: seconds)
    }

    private func encode(_ value: some Encodable) throws(SiteFailure) -> Data {
        do {
            return try CanonicalJSON.encode(value)
        } catch {
            throw .unreachable("\(error)")
        }
    }

    private func read<Value: Decodable>(_ type: Value.Type, from bytes: Data) throws(SiteFailure) -> Value {
        try read(bytes) { bytes throws(Refusal) in try CanonicalJSON.decodeAny(type, from: bytes) }
    }

    private func read<Value>(_ bytes: Data, _ body: (Data) throws(Refusal) -> Value) throws(SiteFailure) -> Value {
        do {
            return try body(bytes)
        } catch {
            throw .unreachable("\(Value.self)?")
        }
    }
}
