import ExamModel
import ExamTestSupport
import Foundation
import Ledger
import Sealing

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
        let (first, lines) = (try line(of: action), try Ledger(at: self["ledger.jsonl"]).lines())
        try writeLedger(Array(try ledgerLines().prefix(first)))
        for line in lines[first...] { try sign(line) }
    }

    /// Signs a line once more, as the last one, with the hashes that the files have now.
    func sign(_ line: LedgerLine, leavingOut note: String? = nil) throws {
        try sign(
            line.action, by: line.actor, inputs: line.inputs.map(\.name), outputs: line.outputs.map(\.name),
            note: line.note.filter { $0.key != note }, hashes: line.inputs + line.outputs, at: line.time)
    }

    /// Signs any line at all.
    func sign(
        _ action: LedgerAction, by role: Purpose, inputs: [String] = [], outputs: [String] = [],
        note: [String: String] = [:], hashes: [LedgerArtifact] = [], at time: Date = .now
    ) throws {
        let known = Dictionary(hashes.map { ($0.name, $0) }) { first, _ in first }
        func present(_ name: String) throws -> LedgerArtifact {
            guard FileManager.default.fileExists(atPath: self[name].path) else {
                return known[name] ?? LedgerArtifact(name: name, sha256: .zero)
            }
            return LedgerArtifact(name: name, sha256: try Digest.ofFile(self[name]))
        }
        let entry = LedgerEntry(
            time: time, action: action, inputs: try inputs.map(present), outputs: try outputs.map(present), note: note)
        try Ledger(at: self["ledger.jsonl"]).append(entry, signedBy: key(role))
    }

    /// Replaces text in a file, where it must stand.
    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = String(decoding: try read(name), as: UTF8.self)
        guard let range = text.range(of: old) else { throw Failure(description: "\(name) does not hold \(old)") }
        try write(Data(text.replacingCharacters(in: range, with: new).utf8), as: name)
    }
}
