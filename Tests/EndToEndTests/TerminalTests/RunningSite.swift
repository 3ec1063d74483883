import ExamTestSupport
import Foundation

/// A real `kaochang-site serve` on free ports, with a sample's paper; it ends with this object.
final class RunningSite {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let sample: SealedSample
    private let name: String
    private var process: Process?
    private(set) var port = 0

    /// The same `name` is the same site's folder.
    init(_ sample: SealedSample, name: String = "site") throws {
        self.sample = sample
        self.name = name
        try Command.shell(
            "mkdir -p \(name) && cp papers/sample.kcp \(name)/paper.kcp && cp -r keys \(name)/", in: sample.folder)
        try start()
    }

    deinit {
        stop(SIGKILL)
    }

    /// Starts the server, on the port that it had before.
    func start() throws {
        let log = sample.folder["\(name)/log-\(UUID())"]
        try Data().write(to: log)
        let process = Process()
        process.executableURL = URL(filePath: try Product.path("kaochang-site"))
        process.arguments = [
            "serve", "--site", sample.folder[name].path, "--host", "127.0.0.1", "--port", "\(port)", "--console-port",
            "0", "--lang", "en",
        ]
        process.standardOutput = try FileHandle(forWritingTo: log)
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        self.process = process
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let text = String(decoding: try Data(contentsOf: log), as: UTF8.self)
            if let match = text.firstMatch(of: /terminals https:\/\/127\.0\.0\.1:(\d+)/), let port = Int(match.1) {
                self.port = port
                return
            }
            guard process.isRunning, ContinuousClock.now < deadline else {
                throw Failure(description: "the server did not start: \(text)")
            }
            usleep(20_000)
        }
    }

    func stop(_ signal: Int32) {
        guard let process, process.isRunning else { return }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
    }

    /// Sends a signal and goes on.
    func signal(_ signal: Int32) {
        if let process { kill(process.processIdentifier, signal) }
    }

    /// What the console shows, as JSON.
    func room() throws -> Data {
        try Command.run(
            "curl", ["-sS", "--fail-with-body", "--unix-socket", "control.sock", "http://site/room"],
            in: sample.folder[name])
    }

    /// What an invigilator does, over the socket in the site's folder. Returns the answer.
    @discardableResult
    func act(_ fields: String) throws -> String {
        let body = "{\"reason\":\"test\",\(fields)}"
        let answer = try Command.run(
            "curl",
            ["-sS", "--fail-with-body", "--unix-socket", "control.sock", "-d", body, "http://site/act"],
            in: sample.folder[name])
        return String(decoding: answer, as: UTF8.self)
    }

    /// A code for the machine at a seat.
    func code(_ seat: String) throws -> String {
        let answer = try act("\"action\":\"issue-codes\",\"seats\":[\"\(seat)\"]")
        guard let match = answer.firstMatch(of: /"code":"([^"]+)"/) ?? answer.firstMatch(of: /"\d+":"([^"]+)"/) else {
            throw Failure(description: "no code in \(answer)")
        }
        return String(match.1)
    }

    /// The command of a terminal with a state folder of its own.
    func terminal(_ state: String, _ options: String = "") throws -> String {
        "'\(try Product.path("kaochang-terminal"))' --site https://127.0.0.1:\(port) --credentials '\(sample.folder["keys"].path)' "
            + "--state '\(sample.folder[state].path)' \(options)"
    }
}
