import ExamTestSupport
import Foundation
import Testing

/// `audit verify` on an exam folder and on its public bundle, sound and tampered with.
struct AuditTests {
    private static let exam = Result { try RehearsedExam() }

    struct RehearsedExam {
        let folder: OfficeFolder

        init() throws {
            folder = try OfficeFolder()
            let source = OfficeFolder.root.appending(path: "Papers/sichuan-2020-qualifier").path
            let banks = OfficeFolder.root.appending(path: "QuestionBanks/hrss-2020").path
            let run = try folder.kaochang("rehearse", source, "--bank-files", banks, "--into", "exam", "--desk")
            #expect(run.status == 0, "\(run.errors)")
            #expect(try folder.kaochang("audit", "bundle", "--exam", "exam", "--into", "public").status == 0)
        }
    }

    /// A copy of the exam or of its bundle, which a test may spoil.
    private func copy(of name: String) throws -> OfficeFolder {
        let folder = try OfficeFolder()
        let original = try Self.exam.get().folder.temporary[name]
        try FileManager.default.copyItem(at: original, to: folder.temporary["exam"])
        return folder
    }

    /// The checks' names in their order, and which of them failed.
    private func audit(_ folder: OfficeFolder, _ more: String...) throws -> (
        status: Int32, held: [String], failed: String?
    ) {
        let run = try folder.kaochang(["audit", "verify", "--exam", "exam", "--json"] + more)
        struct Document: Decodable {
            struct Line: Decodable { let check: String, holds: Bool }
            let lines: [Line]
        }
        let lines = try JSONDecoder().decode(Document.self, from: run.output).lines
        return (run.status, lines.filter(\.holds).map(\.check), lines.first { !$0.holds }?.check)
    }

    @Test(arguments: ["exam", "public"])
    func everythingHolds(name: String) throws {
        let audit = try audit(copy(of: name))
        #expect(audit.status == 0)
        #expect(
            audit.held == [
                "ledger", "files", "paper", "release", "draw", "forms", "contents", "receipts", "site-ledgers",
                "scores", "standings",
                "reports",
            ])
    }

    /// The bundle holds no private key and no identity number.
    @Test func theBundleHoldsNoSecret() throws {
        let folder = try copy(of: "public")
        let roster = String(decoding: try Self.exam.get().folder.temporary.read("roster.csv"), as: UTF8.self)
        let numbers = roster.matches(of: /\d{17}[\dX]/).map { Data($0.output.utf8) }
        #expect(numbers.count > 200)
        let exam = folder.temporary["exam"]
        for path in try FileManager.default.subpathsOfDirectory(atPath: exam.path) {
            guard let data = try? Data(contentsOf: exam.appending(path: path)) else { continue }
            #expect(!path.hasSuffix(".key") && !path.hasSuffix(".secret") && !path.hasSuffix(".sqlite"), "\(path)")
            #expect(data.range(of: Data("PRIVATE KEY".utf8)) == nil, "\(path)")
            #expect(!numbers.contains { data.range(of: $0) != nil }, "\(path)")
        }
    }

    @Test(arguments: [
        ("scores/scores.json", "\"seconds\":", "\"seconds\":1", "files"),
        ("standings/standings.json", "\"advances\":false", "\"advances\":true", "files"),
        ("opened/answers/5101200101.json", "\"seconds\":", "\"seconds\":1", "scores"),
        ("opened/grading.json", "\"answer\":", "\"answers\":", "contents"),
        ("forms/forms.json", "\"seed\":\"", "\"seed\":\"0", "files"),
        ("blueprint.yaml", "total: 100", "total: 100 ", "forms"),
        ("rules.yaml", "counted: 3", "counted: 2", "standings"),
        ("ledger.jsonl", "\"grade\"", "\"graded\"", "ledger"),
    ])
    func changesAreFound(file: String, old: String, new: String, check: String) throws {
        let folder = try copy(of: "public")
        let before = try folder.temporary.read("exam/" + file)
        try folder.edit("exam/" + file, old, new)
        #expect(try folder.temporary.read("exam/" + file) != before)
        let audit = try audit(folder)
        #expect(audit.status == 1)
        #expect(audit.failed == check)
    }

    @Test func aShortenedLedgerIsFoundByWhoNotedItsHead() throws {
        let folder = try copy(of: "public")
        let head = try folder.kaochang("audit", "head", "--exam", "exam", "--json")
        struct Head: Decodable { let sha256: String }
        let noted = try JSONDecoder().decode(Head.self, from: head.output).sha256
        #expect(try audit(folder, "--head", noted).status == 0)
        let lines = try folder.temporary.read("exam/ledger.jsonl").split(separator: UInt8(ascii: "\n"))
        let cut = lines.dropLast().reduce(into: Data()) { $0 += $1 + [UInt8(ascii: "\n")] }
        try folder.temporary.write(cut, as: "exam/ledger.jsonl")
        #expect(try audit(folder, "--head", noted).failed == "ledger")
    }

    @Test func anotherAuthorityIsRefused() throws {
        let folder = try copy(of: "public")
        let own = folder.temporary["exam/keys/authority.pem"].path
        #expect(try audit(folder, "--authority", own).status == 0)
        #expect(try folder.kaochang("keys", "init").status == 0)
        let run = try folder.kaochang("audit", "verify", "--exam", "exam", "--authority", "keys/authority.pem")
        #expect(run.status == 1)
        #expect(run.errors.contains("[AUDIT_AUTHORITY]"))
    }
}
