import CanonicalJSON
import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Testing

/// The formats as they are now, for two sites, as they are for ever: the files of `Tests/Fixtures/formats-3`.
struct FormatsTests {
    private static let sites = [Station(id: "chengdu", name: "成都考点"), Station(id: "mianyang", name: "绵阳考点")]
    private let keys: TestAuthority
    private let paper: PaperPackage

    init() throws {
        keys = try TestAuthority.fixture()
        paper = try PaperPackage.open(Fixture.url("formats-3/paper.kcp"), trusting: keys.trust)
    }

    private func site(_ id: String) throws -> Credential {
        try KeyFolder(Fixture.url("keys"), warn: { _ in }).credential(of: Holder(.site, id: id))
    }

    @Test func thePaperIsReadAsItWasWritten() throws {
        #expect(paper.digest.description == "01f9f30bf0ff2d7073641dcc1651a47af77b8e97b94fbed0a41be8611aa34422")
        #expect(paper.exam.sites == Self.sites)
        #expect(paper.manifest.version == 3)
        #expect(paper.manifest.ledgerSha256 == TestPaper.ledger)
        #expect(try paper.candidates(site: site("chengdu")) == [TestPaper.candidate])
        #expect(try paper.candidates(site: site("mianyang")) == [])
        #expect(try paper.gradingPart(grading: keys[.grading]) == TestPaper.keys)
        let grading = try paper.gradingBytes(grading: keys[.grading])
        #expect(try paper.manifest.openedContent(of: "grading.cms", in: grading) == TestPaper.keys)
    }

    @Test func theReleaseOpensItAtBothSites() throws {
        let release = try Release.open(Fixture.url("formats-3/paper.kcr"), trusting: keys.trust)
        #expect(release.document.ledgerSha256 == TestPaper.ledger)
        for id in ["chengdu", "mianyang"] {
            let form = try paper.openForm("A", release: release, site: site(id), now: TestPaper.session.start)
            #expect(form == TestPaper.form)
        }
    }

    @Test func theAnswersAreRead() throws {
        let answers = try AnswerPackage.read(
            Fixture.data("formats-3/answers.kca"), trusting: keys.trust, of: paper.reference)
        #expect(answers.signer == paper.certificates[Holder(.site, id: "chengdu")])
        #expect(answers.receipts == [try TestPaper.sheet.digest])
        #expect(try answers.sheets(grading: keys[.grading]) == [TestPaper.sheet])
    }

    /// Runs the commands of `docs/Formats.md`, all of them in their order, and looks at what they bring to light.
    @Test func theCommandsOfTheDocumentWork() throws {
        let folder = try folder()
        try Command.shell(Self.commands(), in: folder)
        #expect(try folder.content("candidates.json") == CanonicalJSON.encode([TestPaper.candidate]))
        #expect(try folder.content("grading.json") == TestPaper.keys)
        #expect(try folder.content("form-A.json") == CanonicalJSON.encode(TestPaper.form))
        struct Key: Codable, Equatable { let key: String, keyIdentifier: String }
        let key = try CanonicalJSON.decode(Key.self, from: folder.read("key.json"))
        #expect(try CanonicalJSON.decodeAny(Key.self, from: folder.read("release/release.json")) == key)
        #expect(try folder.content("sheets.json") == CanonicalJSON.encode([TestPaper.sheet]))
        #expect(try folder.read("receipt.txt") == Data("\(Receipt(TestPaper.sheet))\n".utf8))
        let ledger = try folder.read("ledger.jsonl").dropLast()
        let last = try #require(ledger.split(separator: UInt8(ascii: "\n")).last)
        #expect(try String(decoding: folder.read("head.txt"), as: UTF8.self) == "\(Digest(of: Data(last)))\n")
    }

    /// The same commands notice one changed bit: the test of the test.
    @Test(arguments: Self.files)
    func theCommandsNoticeChanges(name: String) throws {
        let folder = try folder()
        let file = (name as NSString).lastPathComponent
        var bytes = try folder.read(file)
        bytes[bytes.count / 2] ^= 1
        try folder.write(bytes, as: file)
        #expect(throws: Command.Failure.self) { try Command.shell(Self.commands(), in: folder) }
    }

    private static let files = [
        "formats-3/paper.kcp", "formats-3/paper.kcr", "formats-3/answers.kca", "formats-1/ledger.jsonl",
    ]

    /// The fixtures, with the authority's certificate and everybody's private keys; the site is one of two.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in Self.files {
            try folder.write(Fixture.data(name), as: (name as NSString).lastPathComponent)
        }
        try folder.write(keys.root.pem(), as: "authority.pem")
        for purpose in [Purpose.office, .supervision, .grading] {
            try keys[purpose].privateKey.writeUnprotected(to: folder["\(purpose.rawValue).key"])
        }
        try site("chengdu").privateKey.writeUnprotected(to: folder["site-chengdu.key"])
        return folder
    }

    private static func commands() throws -> String {
        let url = Fixture.url("../../docs/Formats.md").standardizedFileURL
        let document = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let blocks = document.components(separatedBy: "```sh\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0]
        }
        #expect(blocks.count == 7)
        return blocks.joined(separator: "\n")
    }
}

extension TemporaryFolder {
    /// What stands between nonce and padding of an opened part, read as anybody would.
    fileprivate func content(_ name: String) throws -> Data {
        try Command.run("jq", ["-cS", ".content", name], in: url).dropLast()
    }
}
