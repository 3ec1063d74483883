import ExamTestSupport
import Foundation
import Ledger
import Sealing
import Testing

/// Version 1 of the ledger, as it is for ever.
struct LedgerFormatTests {
    @Test func isReadAsItWasWritten() throws {
        let ledger = Ledger(at: Fixture.url("formats-1/ledger.jsonl"))
        #expect(try ledger.verify(trusting: TestAuthority.fixture().trust).isEmpty)
        let lines = try ledger.lines()
        #expect(lines.map(\.action) == [.paperSeal, .answersCollect])
        #expect(lines.map(\.actor) == [.office, .grading])
        #expect(lines[0].outputs.first?.sha256 == (try Digest.ofFile(Fixture.url("formats-1/paper.kcp"))))
        #expect(lines[1].inputs.first?.sha256 == (try Digest.ofFile(Fixture.url("formats-1/answers.kca"))))
    }

    @Test func isSpelledInOneWay() throws {
        let ledger = Ledger(at: Fixture.url("formats-1/ledger.jsonl"))
        let signed = String(decoding: try ledger.lines()[0].signedBytes(), as: UTF8.self)
        #expect(
            signed == """
                {"action":"paper.seal","actor":"office","inputs":[],"note":{"forms":"1","考生":"1"},\
                "outputs":[{"name":"paper.kcp",\
                "sha256":"4ce63347c34b386c862d6abec02c1e4ab101eb51ee99462a950feb00e01f7a20"}],\
                "previousSha256":"\(Digest.zero)","sequence":1,"time":"2026-05-29T20:26:40Z","version":1}
                """)
        let bytes = try ledger.lines().reduce(into: Data()) { $0 += try $1.bytes() + [UInt8(ascii: "\n")] }
        #expect(try Fixture.data("formats-1/ledger.jsonl") == bytes)
    }
}
