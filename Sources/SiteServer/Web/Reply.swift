import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SiteProtocol

/// Answers in JSON or bytes, and the errors of the protocol.
enum Reply {
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        guard let bytes = try? encoder.encode(value) else { return Response(status: .internalServerError) }
        return data(bytes, type: "application/json", status: status)
    }

    static func data(_ bytes: Data, type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func fault(_ fault: SiteFault) -> Response {
        json(fault, status: HTTPResponse.Status(code: fault.status))
    }
}

extension Request {
    /// The body as a value. Refuses what is no such JSON as BAD_REQUEST, and what is larger than `limit` as TOO_LARGE.
    func value<Value: Decodable>(_ type: Value.Type, limit: Int) async throws(SiteFault) -> Value {
        let data = try await data(limit: limit)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let value = try? decoder.decode(type, from: data) else {
            throw SiteFault(.badRequest, "请求内容无法识别", "the request cannot be read")
        }
        return value
    }

    func data(limit: Int) async throws(SiteFault) -> Data {
        do {
            return Data(try await body.collect(upTo: limit).readableBytesView)
        } catch {
            throw SiteFault(.tooLarge, "请求太大或不完整", "the request is too large or not whole")
        }
    }

    /// A number in the query, within bounds; nil when it is missing.
    func number(_ name: String, in bounds: ClosedRange<Int>) throws(SiteFault) -> Int? {
        guard let text = uri.queryParameters[Substring(name)] else { return nil }
        guard let number = Int(text), bounds.contains(number) else {
            throw SiteFault(.badRequest, "参数 \(name) 不对", "the parameter \(name) is wrong")
        }
        return number
    }

    func token(_ header: String) -> SiteToken? {
        guard let name = HTTPField.Name(header), let text = headers[name], text.utf8.count <= 128 else { return nil }
        return SiteToken(text)
    }
}
