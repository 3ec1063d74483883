import ExamModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

@testable import SiteServer

/// A browser with one page open.
struct ConsoleClient {
    private struct Session: Decodable {
        let csrf: String
    }

    let client: any TestClientProtocol
    var cookie: String?
    var token: String?
    var origin: String? = "https://localhost"

    init(_ client: any TestClientProtocol) {
        self.client = client
    }

    func get(_ path: String) async throws -> TestResponse {
        try await client.executeRequest(uri: path, method: .get, headers: headers, body: nil)
    }

    func post(_ path: String, _ body: String = "{}") async throws -> TestResponse {
        try await client.executeRequest(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }

    /// Signs in and keeps what a browser keeps.
    mutating func signIn(_ name: String, password: String = TestHall.password) async throws -> TestResponse {
        let response = try await post("/sign-in", "{\"name\":\"\(name)\",\"password\":\"\(password)\"}")
        if response.status == .ok {
            cookie = response.headers[.setCookie]?.split(separator: ";").first.map(String.init)
            token = try JSONDecoder().decode(Session.self, from: Data(response.body.readableBytesView)).csrf
        }
        return response
    }

    private var headers: HTTPFields {
        var headers = HTTPFields()
        headers[.cookie] = cookie
        headers[.origin] = origin
        if let token, let name = HTTPField.Name(ConsoleGuard.tokenHeader) { headers[name] = token }
        return headers
    }
}

extension TestResponse {
    /// The code of a fault.
    var code: String? { (try? fields)?["code"] as? String }

    /// The members of a JSON object.
    var fields: NSDictionary {
        get throws {
            let object = try JSONSerialization.jsonObject(with: Data(body.readableBytesView))
            return object as? NSDictionary ?? [:]
        }
    }
}
