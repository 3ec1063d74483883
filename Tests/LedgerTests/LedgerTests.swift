import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

@testable import Ledger

struct LedgerTests {
    private static let authority = Result { try TestAuthority() }

    let exam: TestAuthority
    let folder: TemporaryFolder
    let ledger: Ledger

    /// A ledger of five lines.
    init() throws {
        exam = try Self.authority.get()
        folder = try TemporaryFolder()
        ledger = Ledger(at: folder[Ledger.fileName])
        for (index, (action, actor)) in Self.stages.enumerated() {
            try ledger.append(Self.entry(action, minute: index), signedBy: exam[actor])
        }
    }

    private static let stages: [(LedgerAction, Purpose)] = [
        (.bankImport, .office), (.paperAssemble, .office), (.paperSeal, .supervision), (.grade, .grading),
        (.report, .office),
    ]

    private static func entry(_ action: LedgerAction, minute: Int) -> LedgerEntry {
        LedgerEntry(
            time: TestAuthority.day.addingTimeInterval(Double(minute) * 60), action: action,
            inputs: [LedgerArtifact(name: "题库/a.csv", sha256: Digest(of: Data("bank".utf8)))], outputs: [],
            note: ["条数": "10", "kept": "a/b"])
    }

    private func lines() throws -> [Data] {
        try folder.read(Ledger.fileName).split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }

    private func faults(of lines: [Data], ending: String = "\n") throws -> [String] {
        let other = try TemporaryFolder()
        let bytes = Data(lines.joined(separator: [UInt8(ascii: "\n")])) + Data(ending.utf8)
        try other.write(bytes, as: "ledger")
        return try Ledger(at: other["ledger"]).verify(trusting: exam.trust).map { "\($0.kind) \($0.line)" }
    }

    @Test func isSoundAsItWasWritten() throws {
        #expect(try ledger.verify(trusting: exam.trust).isEmpty)
        #expect(try ledger.lines().map(\.action) == Self.stages.map(\.0))
        #expect(try ledger.lines().map(\.sequence) == [1, 2, 3, 4, 5])
        #expect(try ledger.head() == Digest(of: lines()[4]))
        #expect(try Ledger(at: folder["none"]).verify(trusting: exam.trust).isEmpty)
    }

    @Test func pointsAtTheLine() throws {
        let lines = try lines()
        var edited = lines
        edited[1] = Data(String(decoding: lines[1], as: UTF8.self).replacing("\"10\"", with: "\"11\"").utf8)
        #expect(try faults(of: edited) == ["edited 2"])
        #expect(try faults(of: [lines[0], lines[2], lines[1], lines[3], lines[4]]).first == "missing 2")
        #expect(try faults(of: [lines[0], lines[2], lines[1], lines[3], lines[4]]).contains("reordered 3"))
        #expect(try faults(of: [lines[0], lines[1], lines[3], lines[4]]) == ["missing 3"])
        #expect(try faults(of: Array(lines.dropFirst())) == ["missing 1"])
        #expect(try faults(of: lines + [lines[4]]) == ["reordered 6"])
        #expect(try faults(of: lines, ending: "") == ["truncated 5"])
        #expect(try faults(of: lines + [lines[4].prefix(100)], ending: "") == ["truncated 6"])
        #expect(try faults(of: lines, ending: "\n\n") == ["unreadable 6"])
        #expect(try faults(of: [lines[0], lines[1] + [0x20]] + lines[2...]) == ["unreadable 2"])
    }

    /// An actor rewrites history with the right key: the next line gives it away.
    @Test func anExchangedLineShows() throws {
        let other = Ledger(at: folder["other"])
        for index in 0...1 {
            try other.append(Self.entry(Self.stages[index].0, minute: index), signedBy: exam[.office])
        }
        let exchanged = try folder.read("other").split(separator: UInt8(ascii: "\n")).map { Data($0) }
        let lines = try lines()
        #expect(try faults(of: [exchanged[0]] + lines[1...]) == ["exchanged 2"])
        #expect(try faults(of: exchanged + lines[2...]) == ["exchanged 3"])
    }

    @Test func namesTheSignerOfEachLine() throws {
        var bytes = try folder.read(Ledger.fileName)
        let signers = Self.stages.map { exam[$0.1].certificate }
        #expect(LedgerReading(bytes, trusting: exam.trust).signers == signers)
        bytes = Data(String(decoding: bytes, as: UTF8.self).replacing("\"grade\"", with: "\"graded\"").utf8)
        #expect(
            LedgerReading(bytes, trusting: exam.trust).signers.map { $0 == nil } == [false, false, false, true, false])
    }

    @Test func judgesTheSigner() throws {
        let stranger = try TestAuthority()
        let other = Ledger(at: folder["stranger"])
        try other.append(Self.entry(.bankImport, minute: 0), signedBy: stranger[.office])
        #expect(try other.verify(trusting: exam.trust).map(\.kind) == [.signer])
        let late = Ledger(at: folder["late"])
        try late.append(LedgerEntry(time: TestAuthority.validity.until, action: .rank), signedBy: exam[.grading])
        #expect(try late.verify(trusting: exam.trust).map(\.kind) == [.signer])
        let refusal = #expect(throws: Refusal.self) {
            try ledger.append(Self.entry(.grade, minute: 9), signedBy: exam[.office])
        }
        #expect(refusal?.has(.ledgerRole) == true)
        #expect(try ledger.lines().count == 5)
    }

    /// The office signs, with its own key, what only grading may do.
    @Test func aRoleThatOversteppedShows() throws {
        let signed = String(decoding: try ledger.lines()[0].signedBytes(), as: UTF8.self)
            .replacing("\"bank.import\"", with: "\"grade\"")
        let signature = try Signature.sign(Data(signed.utf8), by: exam[.office], at: TestAuthority.day)
        let line = signed.replacing(
            "\"time\":", with: "\"signature\":\"\(signature.base64EncodedString())\",\"time\":")
        #expect(try faults(of: [Data(line.utf8)]) == ["role 1"])
    }

    /// A clock that was put back makes no line that is older than the one before; somebody who writes one is found.
    @Test func timeNeverRunsBackwards() throws {
        try ledger.append(Self.entry(.report, minute: 1), signedBy: exam[.office])
        #expect(try ledger.lines().last?.time == Self.entry(.report, minute: 4).time)
        #expect(try ledger.verify(trusting: exam.trust).isEmpty)
        let earlier = LedgerLine(Self.entry(.report, minute: 3), by: .office, sequence: 7, after: try ledger.head())
        let backdated = try lines() + [earlier.signed(by: exam[.office]).bytes()]
        #expect(try faults(of: backdated) == ["backdated 7"])
    }

    @Test func refusesToAppendToABrokenChain() throws {
        var bytes = try folder.read(Ledger.fileName)
        bytes[20] ^= 1
        try folder.write(bytes, as: Ledger.fileName)
        #expect(throws: Refusal.self) { try ledger.append(Self.entry(.report, minute: 9), signedBy: exam[.office]) }
        #expect(try folder.read(Ledger.fileName) == bytes)
    }

    @Test func everyChangedByteShows() throws {
        let bytes = try folder.read(Ledger.fileName)
        let other = try TemporaryFolder()
        for position in stride(from: 0, to: bytes.count, by: 7) {
            for bit in [0, 5] {
                var changed = bytes
                changed[position] ^= 1 << bit
                try other.write(changed, as: "ledger")
                let faults = try Ledger(at: other["ledger"]).verify(trusting: exam.trust)
                #expect(!faults.isEmpty, "byte \(position), bit \(bit)")
            }
        }
    }

    @Test func manyWritersKeepOneChain() async throws {
        let shared = Ledger(at: folder["shared"])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask { [exam] in
                    for index in 0..<4 {
                        try shared.append(Self.entry(.bankImport, minute: writer * 4 + index), signedBy: exam[.office])
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try shared.verify(trusting: exam.trust).isEmpty)
        #expect(try shared.lines().count == 32)
    }

    /// By hand: the signature, and the hash that the next line names.
    @Test func opensslAndJqAgree() throws {
        try exam.write(to: folder)
        let time = Int(TestAuthority.day.timeIntervalSince1970)
        let script = """
            sed -n 2p ledger.jsonl > line.json
            jq -jcS 'del(.signature)' line.json > line.signed
            jq -r .signature line.json | base64 -d > line.p7s
            openssl cms -verify -binary -inform DER -in line.p7s -content line.signed -CAfile authority.pem \\
                -attime \(time) -out /dev/null
            sed -n 2p ledger.jsonl | tr -d '\\n' | openssl dgst -sha256 -r | cut -c 1-64
            sed -n 3p ledger.jsonl | jq -r .previousSha256
            """
        let output = String(decoding: try Command.shell(script, in: folder), as: UTF8.self).split(separator: "\n")
        #expect(output.count == 2 && output[0] == output[1])
    }
}
