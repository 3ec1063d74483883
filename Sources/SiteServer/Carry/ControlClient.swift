import Foundation
import SiteProtocol

/// A command's side of ``ControlSocket``: one request of HTTP/1.1 at a time.
struct ControlClient {
    struct Failure: Error {
        let reason: String
    }

    private static let mostBytes = 64 << 20

    let socket: URL

    init(_ socket: URL) {
        self.socket = socket
    }

    /// Returns the body of a success; nil where no server listens. Throws what the server refuses (``SiteFault``), and
    /// ``Failure`` when it does not answer properly.
    func post(_ target: String, _ body: Data) throws -> Data? {
        guard let descriptor = connected() else { return nil }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let head = "POST \(target) HTTP/1.1\r\nHost: site\r\nConnection: close\r\nContent-Length: \(body.count)\r\n\r\n"
        try file.write(contentsOf: Data(head.utf8) + body)
        return try Self.body(of: try file.read(upToCount: Self.mostBytes) ?? Data())
    }

    private func connected() -> Int32? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array(socket.path.utf8)
        guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    private static func body(of answer: Data) throws -> Data {
        guard let end = answer.firstRange(of: Data("\r\n\r\n".utf8)) else { throw Failure(reason: "no answer") }
        let words = String(decoding: answer[..<end.lowerBound].prefix(40), as: UTF8.self).split(separator: " ")
        guard words.count > 1, let status = Int(words[1].prefix(3)) else { throw Failure(reason: "no status") }
        let body = Data(answer[end.upperBound...])
        if status == 200 { return body }
        throw try JSONDecoder().decode(SiteFault.self, from: body)
    }
}
