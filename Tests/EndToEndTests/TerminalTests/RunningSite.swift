import ExamTestSupport
import Foundation

/// A real `kaochang-site serve` on free ports, with a sample's paper; it ends with this object.
final class RunningSite {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let sample: SealedSample
    let name: String
    private let options: [String]
    private var process: Process?
    private(set) var port: Int

    /// The same `name` is the same site's folder; port 0 takes a free one. A release that is there is put in.
    init(_ sample: SealedSample, name: String = "site", port: Int = 0, options: [String] = []) throws {
        self.sample = sample
        self.name = name
        self.port = port
        self.options = options
        try Command.shell(
            """
            mkdir -p \(name) && cp papers/sample.kcp \(name)/paper.kcp && cp -r keys \(name)/
            test ! -e papers/sample.kcr || cp papers/sample.kcr \(name)/release.kcr
            """, in: sample.folder)
        try start()
    }

    /// A port that nobody listens on.
    static func freePort() throws -> Int {
        let script = "import socket; print(socket.create_server(('127.0.0.1', 0)).getsockname()[1])"
        let output = try Command.run("python3", ["-c", script], in: URL(filePath: "/"))
        return Int(String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
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
        process.arguments =
            [
                "serve", "--site", sample.folder[name].path, "--host", "127.0.0.1", "--port", "\(port)",
                "--console-port",
                "0", "--lang", "en",
            ] + options.map { $0.replacingOccurrences(of: "FOLDER", with: sample.folder.url.path) }
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
    func room() throws -> String {
        let answer = try Command.run(
            "curl", ["-sS", "--fail-with-body", "--unix-socket", "control.sock", "http://site/room"],
            in: sample.folder[name])
        return String(decoding: answer, as: UTF8.self)
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

    /// Releases the paper and gives the release to the server, which takes it within a second.
    func release(start: Date) throws {
        try sample.release(start: start)
        try Command.shell("cp papers/sample.kcr \(name)/release.kcr", in: sample.folder)
    }

    /// Looks at the room until it shows `text`; fails with the room after some seconds.
    func waitForRoom(with text: String) throws {
        for _ in 1...200 {
            if try room().contains(text) { return }
            usleep(50_000)
        }
        throw Failure(description: "no \(text) in \(try room())")
    }

    /// `kaochang-site` on this site's folder: what it wrote, and how it ended.
    func command(_ arguments: String...) throws -> (status: Int32, text: String) {
        let words = (arguments + ["--site", sample.folder[name].path, "--lang", "en"]).map { "'\($0)'" }
        let script = "'\(try Product.path("kaochang-site"))' \(words.joined(separator: " ")) 2>&1; echo \"EXIT:$?\""
        let text = String(decoding: try Command.run("bash", ["-c", script], in: sample.folder.url), as: UTF8.self)
        let parts = text.split(separator: "EXIT:")
        return (Int32(parts.last?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "") ?? -1, text)
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
    func terminal(_ state: String, _ options: String = "", or other: Int? = nil) throws -> String {
        let addresses = ([port] + [other].compactMap { $0 }).map { "https://127.0.0.1:\($0)" }.joined(separator: ",")
        return
            "'\(try Product.path("kaochang-terminal"))' --site \(addresses) --credentials '\(sample.folder["keys"].path)' "
            + "--state '\(sample.folder[state].path)' \(options)"
    }
}
