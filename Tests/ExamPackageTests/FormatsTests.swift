import CanonicalJSON
import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Testing

/// Version 1 of the formats, as it is for ever: the files of `Tests/Fixtures/formats-1`.
struct FormatsTests {
    private let keys: TestAuthority
    private let paper: PaperPackage

    init() throws {
        keys = try TestAuthority.fixture()
        paper = try PaperPackage.open(Fixture.url("formats-1/paper.kcp"), trusting: keys.trust)
    }

    @Test func thePaperIsReadAsItWasWritten() throws {
        #expect(paper.digest.description == "c97be79176bfe9fd05af01b3ce049cd61905dede06dcc366027385b88a0dfbaa")
        #expect(paper.exam == TestPaper.exam)
        #expect(paper.manifest.created == TestPaper.day)
        #expect(paper.manifest.seedSha256 == PaperManifest.commitment(to: try TestPaper.seed()))
        #expect(try paper.candidates(site: keys[.site]) == [TestPaper.candidate])
        #expect(try paper.gradingPart(grading: keys[.grading]) == Data("keys and seed".utf8))
    }

    @Test func theReleaseOpensIt() throws {
        let release = try Release.open(Fixture.url("formats-1/paper.kcr"), trusting: keys.trust)
        let form = try paper.openForm("A", release: release, site: keys[.site], now: TestPaper.session.start)
        #expect(form == TestPaper.form)
    }

    @Test func theAnswersAreRead() throws {
        let answers = try AnswerPackage.read(
            Fixture.data("formats-1/answers.kca"), trusting: keys.trust, of: paper.reference)
        #expect(try answers.sheets(grading: keys[.grading]) == [TestPaper.sheet])
    }

    /// Runs the commands of `docs/Formats.md`, all of them in their order, and looks at what they bring to light.
    @Test func theCommandsOfTheDocumentWork() throws {
        let folder = try folder()
        try Command.shell(Self.commands(), in: folder)
        #expect(try folder.read("candidates.json") == CanonicalJSON.encode([TestPaper.candidate]))
        #expect(try folder.read("grading.bin") == Data("keys and seed".utf8))
        #expect(try folder.read("form-A.json") == CanonicalJSON.encode(TestPaper.form))
        struct Key: Codable, Equatable { let key: String, keyIdentifier: String }
        let key = try CanonicalJSON.decode(Key.self, from: folder.read("key.json"))
        #expect(try CanonicalJSON.decodeAny(Key.self, from: folder.read("release/release.json")) == key)
        let answers = try CanonicalJSON.decode(AnswerDocument.self, from: folder.read("answers.json"))
        #expect(answers.sheets == [TestPaper.sheet])
        let ledger = try folder.read("ledger.jsonl").dropLast()
        let last = try #require(ledger.split(separator: UInt8(ascii: "\n")).last)
        #expect(try String(decoding: folder.read("head.txt"), as: UTF8.self) == "\(Digest(of: Data(last)))\n")
    }

    /// The same commands notice one changed bit: the test of the test.
    @Test(arguments: Self.files)
    func theCommandsNoticeChanges(name: String) throws {
        let folder = try folder()
        var bytes = try folder.read(name)
        bytes[bytes.count / 2] ^= 1
        try folder.write(bytes, as: name)
        #expect(throws: Command.Failure.self) { try Command.shell(Self.commands(), in: folder) }
    }

    private static let files = ["paper.kcp", "paper.kcr", "answers.kca", "ledger.jsonl"]

    /// The fixtures, with the authority's certificate and everybody's private keys.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in Self.files { try folder.write(Fixture.data("formats-1/\(name)"), as: name) }
        try folder.write(keys.root.pem(), as: "authority.pem")
        for purpose in [Purpose.office, .supervision, .site, .grading] {
            try keys[purpose].privateKey.writeUnprotected(to: folder["\(purpose.rawValue).key"])
        }
        return folder
    }

    private static func commands() throws -> String {
        let url = Fixture.url("../../docs/Formats.md").standardizedFileURL
        let document = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let blocks = document.components(separatedBy: "```sh\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0]
        }
        #expect(blocks.count == 6)
        return blocks.joined(separator: "\n")
    }
}
