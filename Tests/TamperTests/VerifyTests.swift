import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Ledger
import Sealing
import Testing
import ZipFile

/// The commands of `docs/Verify.md`, exactly as printed there, on the public bundle of an exam and on spoilt ones.
struct VerifyTests {
    /// What somebody spoils, and how many of the page's nine steps still hold.
    struct Spoilt: Sendable, CustomTestStringConvertible {
        let what: String
        let steps: Int
        /// Done to the office's folder by who holds every key; a bundle is made of it then.
        var inside: (@Sendable (TemporaryFolder) throws -> Void)?
        /// Done to the bundle.
        var outside: (@Sendable (TemporaryFolder) throws -> Void)?

        var testDescription: String { what }
    }

    private let exam: RehearsedExam

    init() throws {
        exam = try RehearsedExam.shared.get()
    }

    @Test func everyStepHolds() throws {
        #expect(try steps(in: exam.copy(isPublic: true)) == 9)
    }

    @Test(arguments: attempts)
    func aStepStopsAtWhatDoesNotHold(attempt: Spoilt) throws {
        let bundle: TemporaryFolder
        var head = exam.head
        if let inside = attempt.inside {
            let folder = try exam.copy()
            try inside(folder)
            (bundle, head) = try Self.bundle(of: folder)
        } else {
            bundle = try exam.copy(isPublic: true)
        }
        try attempt.outside?(bundle)
        #expect(try steps(in: bundle, head: head) == attempt.steps)
    }

    private static func resigned(
        _ what: String, _ steps: Int, _ file: String, _ old: String, _ new: String, from action: LedgerAction
    ) -> Spoilt {
        Spoilt(
            what: what, steps: steps,
            inside: { folder in
                try folder.edit(file, old, new)
                try folder.signLedgerAgain(from: action)
            })
    }

    private static func edited(_ what: String, _ steps: Int, _ file: String, _ old: String, _ new: String) -> Spoilt {
        Spoilt(what: what, steps: steps, outside: { try $0.edit(file, old, new) })
    }

    private static let attempts = [
        Spoilt(
            what: "another authority", steps: 0,
            outside: { try $0.write(TestAuthority().root.pem(), as: "keys/authority.pem") }),
        edited("a word of the ledger", 1, "ledger.jsonl", "\"forms\":\"2\"", "\"forms\":\"3\""),
        Spoilt(
            what: "the ledger cut back", steps: 1, outside: { try $0.writeLedger(try $0.ledgerLines().dropLast()) }),
        Spoilt(
            what: "a torn last line", steps: 1,
            outside: { try $0.write($0.read("ledger.jsonl").dropLast(), as: "ledger.jsonl") }),
        edited("a score", 2, "scores/scores.json", "\"total\":10", "\"total\":9"),
        Spoilt(
            what: "a file taken away", steps: 2,
            outside: { try FileManager.default.removeItem(at: $0["answers/52010001.kca"]) }),
        resigned(
            "a secret of the draw, signed again", 3, "forms/forms.json", "\"office\":\"", "\"office\":\"0",
            from: .paperAssemble),
        edited("a key in the bundle", 5, "opened/grading.json", "\"1\"", "\"2\""),
        edited("a word of a form in the bundle", 5, "opened/forms/A.json", "。", "，"),
        edited("an answer in the bundle", 6, "opened/answers/52010001.json", "\"seconds\":", "\"seconds\":1"),
        resigned("a score, signed again", 7, "scores/scores.json", "\"total\":10", "\"total\":9", from: .grade),
        resigned(
            "a standing, signed again", 8, "standings/standings.json", "\"advances\":false", "\"advances\":true",
            from: .rank),
        Spoilt(
            what: "a score, in a line of another stage", steps: 2,
            outside: { bundle in
                let folder = try RehearsedExam.shared.get().copy()
                try folder.edit("scores/scores.json", "\"total\":10", "\"total\":9")
                try folder.sign(.keysInit, by: .office, outputs: ["scores/scores.json"])
                for name in ["ledger.jsonl", "scores/scores.json"] { try bundle.write(folder.read(name), as: name) }
            }),
        Spoilt(
            what: "the roster after the seal", steps: 8,
            inside: { folder in
                try folder.sign(.rosterImport, by: .office, outputs: ["registration/published.json"])
            }),
        Spoilt(
            what: "other rules after the exam", steps: 8,
            inside: { folder in
                try folder.edit("rules.yaml", "counted: 3", "counted: 2")
                for command in ["rank", "report"] { _ = try? RehearsedExam.kaochang([command], in: folder) }
            }),
    ]

    /// Time stamps hold by the certificate that the authority published, and by no other.
    @Test func timeStampsHold() throws {
        let (folder, authority) = (try exam.copy(), try TimestampAuthority())
        try folder.stamp(by: authority)
        let (bundle, head) = try Self.bundle(of: folder)
        #expect(try steps(in: bundle, head: head) == 9)
        #expect(try steps(in: bundle, head: head, stampsBy: authority.root) == 9)
        let other = try TimestampAuthority()
        #expect(try steps(in: bundle, head: head, stampsBy: other.root) == 2)
    }

    private static func bundle(of folder: TemporaryFolder) throws -> (TemporaryFolder, head: String) {
        let bundle = try TemporaryFolder()
        try FileManager.default.removeItem(at: bundle.url)
        try RehearsedExam.kaochang(["audit", "bundle", "--into", bundle.url.path], in: folder)
        return (bundle, try Ledger(at: folder["ledger.jsonl"]).head().description)
    }

    /// A receipt that no sheet has is not among those found.
    @Test func aForeignReceiptIsNotFound() throws {
        #expect(try steps(in: exam.copy(isPublic: true), receipt: "0000-0000-0000") == 6)
    }

    /// Runs the page, and counts the steps that it says hold.
    private func steps(
        in bundle: TemporaryFolder, head: String? = nil, receipt: String? = nil, stampsBy anchor: URL? = nil
    ) throws -> Int {
        let original = try exam.copy(isPublic: true)
        let output = try TemporaryFolder()
        let script = """
            export AUTHORITY='\(try fingerprint(in: original))' HEAD='\(head ?? exam.head)'
            export RECEIPT='\(try receipt ?? self.receipt(in: original))' \(anchor.map { "TSA='\($0.path)'" } ?? "")
            exec > '\(output["lines"].path)' 2> '\(output["errors"].path)'
            \(try Self.commands())
            """
        _ = try? Command.shell(script, in: bundle)
        let lines = String(decoding: try output.read("lines"), as: UTF8.self).split(separator: "\n")
        let numbers = lines.compactMap { line in Int(line.prefix { $0 != "." }) }
        #expect(numbers == Array(1..<numbers.count + 1))
        return numbers.count
    }

    private func fingerprint(in bundle: TemporaryFolder) throws -> String {
        let line = try Command.openssl(
            "x509", "-in", "keys/authority.pem", "-noout", "-fingerprint", "-sha256", in: bundle)
        return String(decoding: line, as: UTF8.self).split(separator: "=").last.map(String.init)?
            .trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }

    /// What the first candidate wrote down.
    private func receipt(in bundle: TemporaryFolder) throws -> String {
        struct Manifest: Decodable { let receipts: [String] }
        let json = try ZipArchive.read(bundle.read("answers/52010001.kca"))["answers.json"]
        let digest = try JSONDecoder().decode(Manifest.self, from: json ?? Data()).receipts[0]
        return try Receipt(of: #require(Digest(text: digest))).description.lowercased()
    }

    private static func commands() throws -> String {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/Verify.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let blocks = text.components(separatedBy: "```sh\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0]
        }
        #expect(blocks.count == 12)
        return blocks.joined(separator: "\n")
    }
}
