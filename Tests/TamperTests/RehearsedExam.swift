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

    private static func finding(in run: (status: Int32, output: Data)) -> String? {
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

    private static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> (status: Int32, output: Data) {
        let process = Process()
        process.executableURL = URL(filePath: try Product.path("kaochang"))
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    /// Runs a command that must succeed.
    @discardableResult
    static func kaochang(
        _ arguments: [String], in folder: TemporaryFolder
    ) throws -> (status: Int32, output: Data) {
        let run = try run(arguments, in: folder)
        guard run.status == 0 else {
            throw Failure(description: "\(arguments): \(String(decoding: run.output, as: UTF8.self))")
        }
        return run
    }
}

/// The suite itself went wrong: an attack could not be made.
struct Failure: Error, CustomStringConvertible {
    let description: String
}

/// What somebody does who holds every private key of the exam.
extension TemporaryFolder {
    func key(_ purpose: Purpose) throws -> Credential {
        try KeyFolder(self["keys"], warn: { _ in }).credential(of: Holder(purpose))
    }

    func ledgerLines() throws -> [Data] {
        try read("ledger.jsonl").split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }

    func writeLedger(_ lines: [Data]) throws {
        try write(lines.reduce(into: Data()) { $0 += $1 + [UInt8(ascii: "\n")] }, as: "ledger.jsonl")
    }

    /// The number of the last line of an action, counted from 0.
    func line(of action: LedgerAction) throws -> Int {
        try Ledger(at: self["ledger.jsonl"]).lines().lastIndex { $0.action == action } ?? 0
    }

    /// Takes back the last line of `action` and all after it, and what these stages left.
    func goBack(to action: LedgerAction, removing names: [String]) throws {
        try writeLedger(Array(try ledgerLines().prefix(try line(of: action))))
        for name in names where FileManager.default.fileExists(atPath: self[name].path) {
            try FileManager.default.removeItem(at: self[name])
        }
    }

    /// Signs every line from the last one of `action` on again, with the hashes that the files have now.
    func signLedgerAgain(from action: LedgerAction) throws {
        let ledger = Ledger(at: self["ledger.jsonl"])
        let (first, lines) = (try line(of: action), try ledger.lines())
        try writeLedger(Array(try ledgerLines().prefix(first)))
        for line in lines[first...] {
            let entry = LedgerEntry(
                time: line.time, action: line.action, inputs: try line.inputs.map(present),
                outputs: try line.outputs.map(present), note: line.note)
            try ledger.append(entry, signedBy: key(line.actor))
        }
    }

    private func present(_ artifact: LedgerArtifact) throws -> LedgerArtifact {
        let file = self[artifact.name]
        guard FileManager.default.fileExists(atPath: file.path) else { return artifact }
        return LedgerArtifact(name: artifact.name, sha256: try Digest.ofFile(file))
    }

    /// Replaces text in a file, where it must stand.
    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = String(decoding: try read(name), as: UTF8.self)
        guard let range = text.range(of: old) else { throw Failure(description: "\(name) does not hold \(old)") }
        try write(Data(text.replacingCharacters(in: range, with: new).utf8), as: name)
    }
}
