import ExamTestSupport
import Foundation
import Testing

/// Time stamps on the ledger's head by an authority that is the `openssl` command, by file and over HTTP.
struct TimestampTests {
    private struct Report: Decodable {
        struct Line: Decodable { let check: String, holds: Bool, message: String }
        let lines: [Line]
    }

    private func verified(_ folder: OfficeFolder, _ arguments: String...) throws -> Report.Line? {
        let run = try folder.kaochang(["audit", "verify", "--json"] + arguments)
        #expect(run.status == 3 || run.status == 1, "\(run.errors)")
        return try JSONDecoder().decode(Report.self, from: run.output).lines.first { $0.check == "timestamps" }
    }

    @Test func stampsAreTakenInAndVerifiedOffline() throws {
        let (folder, authority) = (try OfficeFolder(), try TimestampAuthority())
        let root = authority.root.path
        #expect(try folder.kaochang("keys", "init").status == 0)
        #expect(try verified(folder) == nil)

        #expect(try folder.kaochang("audit", "stamp", "--request", "head.tsq").status == 0)
        let answer = try authority.answer(to: folder.temporary.read("head.tsq"))
        try folder.temporary.write(answer, as: "head.tsr")
        let taken = try folder.kaochang("audit", "stamp", "--response", "head.tsr", "--authority", root)
        #expect(taken.status == 0, "\(taken.errors)")

        let (server, url) = try authority.serveOnce()
        defer { server.waitUntilExit() }
        let asked = try folder.kaochang(
            "audit", "stamp", "--server", url, "--authority", root, "--as", "supervision")
        #expect(asked.status == 0, "\(asked.errors)")

        let mine = try #require(try verified(folder, "--timestamp-authority", root))
        #expect(mine.holds && mine.message.contains("2 个时间戳"))
        let theirs = try #require(try verified(folder))
        #expect(theirs.holds && theirs.message.contains("指纹"))
        let other = try TimestampAuthority()
        let judged = try #require(try verified(folder, "--timestamp-authority", other.root.path))
        #expect(!judged.holds && judged.message.contains("给定的时间戳机构"))

        let byHand = try Command.shell(
            """
            for stamp in timestamps/*.tsr; do
                line=$(($(basename $stamp .tsr) - 1))
                openssl ts -verify -in $stamp -CAfile '\(root)' \\
                    -digest "$(sed -n ${line}p ledger.jsonl | tr -d '\\n' | sha256sum | cut -c 1-64)" 2> /dev/null
            done
            """, in: folder.temporary)
        #expect(String(decoding: byHand, as: UTF8.self) == "Verification: OK\nVerification: OK\n")
    }

    @Test func whatIsNoStampOfThisLedgerIsRefused() throws {
        let (folder, authority, stranger) = (try OfficeFolder(), try TimestampAuthority(), try TimestampAuthority())
        #expect(try folder.kaochang("keys", "init").status == 0)
        let other = try OfficeFolder()
        #expect(try other.kaochang("keys", "init").status == 0)
        #expect(try other.kaochang("audit", "stamp", "--request", "head.tsq").status == 0)
        try folder.temporary.write(authority.answer(to: other.temporary.read("head.tsq")), as: "head.tsr")
        let before = try folder.contents()
        for (code, arguments) in [
            ("TIMESTAMP_OTHER", ["--response", "head.tsr", "--authority", authority.root.path]),
            ("TIMESTAMP_UNTRUSTED", ["--response", "head.tsr", "--authority", stranger.root.path]),
            ("TIMESTAMP_UNREADABLE", ["--response", "exam.yaml", "--authority", authority.root.path]),
            ("TIMESTAMP_REFUSED", ["--server", "https://127.0.0.1/", "--authority", authority.root.path]),
        ] {
            let run = try folder.kaochang(["audit", "stamp"] + arguments)
            #expect(run.status == 1)
            #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
        }
        #expect(try folder.contents() == before)
        #expect(try folder.kaochang("audit", "stamp", "--server", "http://127.0.0.1/").status == 64)
    }
}
