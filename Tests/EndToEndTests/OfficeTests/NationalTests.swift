import ExamTestSupport
import Foundation
import Testing

/// Statements signed with SM2 through the real executable, held against the commands of `docs/Formats.md`.
struct NationalTests {
    private struct Report: Decodable {
        struct Line: Decodable { let check: String, holds: Bool }
        let lines: [Line]
    }

    private let exam: OfficeFolder

    /// A small exam that was held, with the statements of both roles at its end.
    init() throws {
        exam = try OfficeFolder(copying: Fixture.url("small-exam"))
        let banks = exam.temporary["banks"].path
        try run("rehearse", exam.temporary.url.path, "--bank-files", banks, "--into", "held")
        try run("keys", "national", "--exam", "held")
        for role in ["office", "supervision"] { try run("audit", "countersign", "--as", role, "--exam", "held") }
    }

    private func run(_ arguments: String...) throws {
        let run = try exam.kaochang(arguments)
        try #require(run.status == 0, "\(arguments): \(run.errors)")
    }

    private func verified(_ folder: String) throws -> Bool? {
        let run = try exam.kaochang("audit", "verify", "--json", "--exam", folder)
        return try JSONDecoder().decode(Report.self, from: run.output).lines.first { $0.check == "national" }?.holds
    }

    private static func page(_ heading: String) throws -> String {
        let text = try String(contentsOf: OfficeFolder.root.appending(path: "docs/Formats.md"), encoding: .utf8)
        let section = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix(heading) })
        return try #require(section.components(separatedBy: "```bash\n").dropFirst().first).components(
            separatedBy: "\n```")[0]
    }

    @Test func statementsHoldHereAndByHand() throws {
        #expect(try verified("held") == true)
        let script = "cd held\n" + (try Self.page("National"))
        let output = String(decoding: try Command.shell(script, in: exam.temporary), as: UTF8.self)
        #expect(output.split(separator: "\n").count == 4)
        #expect(output.split(separator: "\n").filter { $0 == "Verified OK" }.count == 2)

        try run("audit", "bundle", "--exam", "held", "--into", "public")
        #expect(try verified("public") == true)
    }

    @Test func aStatementOfAnotherLedgerIsFound() throws {
        let name = try #require(
            FileManager.default.contentsOfDirectory(atPath: exam.temporary["held/national"].path).first {
                $0.hasSuffix("office.json")
            })
        try exam.edit("held/national/\(name)", "\"ledgerSm3\":\"", "\"ledgerSm3\":\"0")
        #expect(try verified("held") == false)
        #expect(throws: Command.Failure.self) {
            try Command.shell("cd held\n" + Self.page("National"), in: exam.temporary)
        }
    }
}
