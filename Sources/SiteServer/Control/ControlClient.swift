import AsyncHTTPClient
package import ExamModel
package import Foundation
import NIOCore
import NIOHTTP1
import SiteProtocol

/// Speaks to the server that serves a folder, over the socket in it (``ControlSocket``).
package struct ControlClient: Sendable {
    static let actorHeader = "kaochang-actor"
    private static let largestReply = 64 << 20
    private static let seconds: Int64 = 60

    private let socket: URL

    package init(_ folder: SiteFolder) {
        socket = folder.url.appending(path: ControlSocket.fileName)
    }

    /// The room as JSON (``RoomView``). Refuses when no server serves the folder: SITE_NOT_RUNNING.
    package func room() async throws -> Data {
        try await send(.GET, "/room", nil)
    }

    /// Does what the invigilator decided; returns what became of it (``Hall/Done``) as JSON. Refuses what the server refuses.
    package func act(_ request: Data) async throws -> Data {
        try await send(.POST, "/act", request)
    }

    /// Gives a journal that was carried here (``CarryRoute``); returns what became of it (``CarriedJournal``) as JSON.
    func take(_ journal: Data, because reason: String) async throws -> Data {
        let query = reason.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await send(.POST, "/\(CarryRoute.path)?reason=\(query)", journal)
    }

    private func send(_ method: HTTPMethod, _ path: String, _ body: Data?) async throws -> Data {
        guard let url = URL(httpURLWithSocketPath: socket.path, uri: path) else { throw notRunning }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = method
        request.headers.add(name: Self.actorHeader, value: NSUserName())
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        let (status, bytes): (UInt, Data)
        do {
            var configuration = HTTPClient.Configuration()
            configuration.connectionPool.retryConnectionEstablishment = false
            (status, bytes) = try await HTTPClient.withHTTPClient(configuration: configuration) { [request] client in
                let response = try await client.execute(request, timeout: .seconds(Self.seconds))
                let body = try await response.body.collect(upTo: Self.largestReply)
                return (response.status.code, Data(body.readableBytesView))
            }
        } catch {
            throw notRunning
        }
        guard status != 200 else { return bytes }
        let fault = (try? JSONDecoder().decode(SiteFault.self, from: bytes)) ?? .internalFault
        throw Refusal(FindingCode(rawValue: fault.code.rawValue), fault.message.chinese, fault.message.english)
    }

    private var notRunning: Refusal {
        Refusal(
            .siteNotRunning, at: Place(file: socket.path), "没有考点服务器在使用这个文件夹，请先运行 kaochang-site serve，或检查 --site",
            "no server is serving this folder; run kaochang-site serve, or check --site")
    }
}

extension FindingCode {
    package static let siteNotRunning: FindingCode = "SITE_NOT_RUNNING"
}
