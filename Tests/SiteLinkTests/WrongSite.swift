import ExamTestSupport
import Foundation
import Sealing

/// `Tests/Fixtures/site/wrong_site.py`: a TLS server that shows whatever certificate it is given. It ends with this object.
final class WrongSite {
    let port: Int
    private let folder: TemporaryFolder
    private let process = Process()

    init(showing credential: Credential) throws {
        folder = try TemporaryFolder()
        try credential.certificate.pem().write(to: folder["certificate.pem"])
        try credential.privateKey.writeUnprotected(to: folder["key.pem"])
        try Data().write(to: folder["connections"])
        try Data().write(to: folder["port"])
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", Fixture.url("site/wrong_site.py").path, folder["certificate.pem"].path, folder["key.pem"].path,
            folder["connections"].path,
        ]
        process.standardOutput = try FileHandle(forWritingTo: folder["port"])
        try process.run()
        var text = ""
        while !text.hasSuffix("\n"), process.isRunning {
            usleep(10_000)
            text = String(decoding: try folder.read("port"), as: UTF8.self)
        }
        port = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// How many bytes each connection sent after the handshake, as far as they have ended.
    func connections() throws -> [String] {
        for _ in 1...300 {
            let text = String(decoding: try folder.read("connections"), as: UTF8.self)
            if !text.isEmpty { return text.split(separator: "\n").map(String.init) }
            usleep(10_000)
        }
        return []
    }
}
