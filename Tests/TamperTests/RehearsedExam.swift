import ExamModel
import ExamTestSupport
import Foundation
import Ledger
import Sealing

/// A whole small exam, made once by the real executable, with its public bundle; copies of both may be spoilt.
struct RehearsedExam {
    static let shared = Result { try RehearsedExam() }

    private let original: TemporaryFolder
    /// The ledger's head, as supervision noted it at the end.
    let head: String

    private init() throws {
        original = try TemporaryFolder()
        let source = Fixture.url("small-exam").path
        _ = try Self.kaochang(
            ["rehearse", source, "--bank-files", source + "/banks", "--into", "exam", "--seed", "beef", "--desk"],
            in: original)
        _ = try Self.kaochang(["audit", "bundle", "--exam", "exam", "--into", "public"], in: original)
        struct Head: Decodable { let sha256: String }
        let noted = try Self.kaochang(["audit", "head", "--exam", "exam", "--json"], in: original)
        head = try JSONDecoder().decode(Head.self, from: noted.output).sha256
    }

    /// What `audit verify` says of a copy after `change`: the check that does not hold, or the code of a refusal; nil when
    /// everything holds. `isPublic` takes the bundle instead of the exam's folder.
    func audit(_ arguments: String..., isPublic: Bool = false, after change: (TemporaryFolder) throws -> Void) throws
        -> String?
    {
        let copy = try copy(isPublic: isPublic)
        try change(copy)
        let command = ["audit", "verify", "--exam", copy.url.path, "--json"] + arguments
        return Self.finding(in: try Self.run(command, in: copy))
    }

    /// The code of what a command refuses on a copy after `change`; nil when it succeeds.
    func refusal(of command: [String], after change: (TemporaryFolder) throws -> Void) throws -> String? {
        let copy = try copy()
        try change(copy)
        return try refusal(of: command, in: copy)
    }

    func refusal(of command: [String], in folder: TemporaryFolder) throws -> String? {
        Self.finding(in: try Self.run(command + ["--json"], in: folder))
    }

    func copy(isPublic: Bool = false) throws -> TemporaryFolder {
        let copy = try TemporaryFolder()
        let source = original[isPublic ? "public" : "exam"]
        for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
            try FileManager.default.copyItem(at: source.appending(path: name), to: copy[name])
        }
        return copy
    }

    private static func finding(in run: (status: Int32, output: Data, errors: String)) -> String? {
        struct Document: Decodable {
            struct Line: Decodable { let check: String, holds: Bool }
            struct Issue: Decodable { let code: String }
            let lines: [Line]?
            let issues: [Issue]?
        }
        guard run.status != 0 else { return nil }
        let document = try? JSONDecoder().decode(Document.self, from: run.output)
        return document?.lines?.first { !$0.holds }?.check ?? document?.issues?.first?.code
            ?? "exit \(run.status) without a word"
    }

    private static func run(
        _ arguments: [String], in folder: TemporaryFolder
    ) throws -> (status: Int32, output: Data, errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: try Product.path("kaochang"))
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.standardInput = FileHandle.nullDevice
        let errors = FileManager.default.temporaryDirectory.appending(path: "kaochang-\(UUID()).err")
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardError = try FileHandle(forWritingTo: errors)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, output, String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// Runs a command that must succeed.
    @discardableResult
    static func kaochang(
        _ arguments: [String], in folder: TemporaryFolder
    ) throws -> (status: Int32, output: Data, errors: String) {
        let run = try run(arguments, in: folder)
        guard run.status == 0 else {
            throw Failure(description: "\(arguments): \(run.errors)")
        }
        return run
    }
}

/// The suite itself went wrong: an attack could not be made.
struct Failure: Error, CustomStringConvertible {
    let description: String
}
