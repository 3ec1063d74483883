import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Testing

/// Earlier versions of the formats, read as they were written: the files of `Tests/Fixtures/formats-1` and `-2`.
struct OlderFormatsTests {
    struct Version: Sendable {
        let number: Int
        let paper: String
        let grading: Data
        /// What a version says that earlier ones did not.
        let ledger: Digest?
    }

    static let versions = [
        Version(
            number: 1, paper: "c97be79176bfe9fd05af01b3ce049cd61905dede06dcc366027385b88a0dfbaa",
            grading: Data("keys and seed".utf8), ledger: nil),
        Version(
            number: 2, paper: "b0711216a8ff992342d2d3ed1e5a2aea1799fe0ffe80f83ed5ea13f04be66abb",
            grading: TestPaper.keys, ledger: TestPaper.ledger),
    ]

    private let keys: TestAuthority

    init() throws {
        keys = try TestAuthority.fixture()
    }

    private func file(_ name: String, of version: Version) -> URL { Fixture.url("formats-\(version.number)/\(name)") }

    private func paper(of version: Version) throws -> PaperPackage {
        try PaperPackage.open(file("paper.kcp", of: version), trusting: keys.trust)
    }

    @Test(arguments: versions)
    func thePaperIsReadAsItWasWritten(version: Version) throws {
        let paper = try paper(of: version)
        #expect(paper.digest.description == version.paper)
        #expect(paper.manifest.version == version.number)
        #expect(paper.exam == TestPaper.exam)
        #expect(paper.sites == [Holder(.site)])
        #expect(paper.manifest.created == TestPaper.day)
        #expect(paper.manifest.ledgerSha256 == version.ledger)
        #expect(paper.manifest.seedSha256 == PaperManifest.commitment(to: try TestPaper.seed()))
        #expect(try paper.candidates(site: keys[.site]) == [TestPaper.candidate])
        #expect(try paper.gradingPart(grading: keys[.grading]) == version.grading)
    }

    @Test(arguments: versions)
    func theReleaseOpensIt(version: Version) throws {
        let release = try Release.open(file("paper.kcr", of: version), trusting: keys.trust)
        #expect(release.document.ledgerSha256 == version.ledger)
        let form = try paper(of: version).openForm(
            "A", release: release, site: keys[.site], now: TestPaper.session.start)
        #expect(form == TestPaper.form)
    }

    @Test(arguments: versions)
    func theAnswersAreRead(version: Version) throws {
        let answers = try AnswerPackage.read(
            Data(contentsOf: file("answers.kca", of: version)), trusting: keys.trust,
            of: paper(of: version).reference)
        #expect(answers.receipts == (version.number == 1 ? [] : [try TestPaper.sheet.digest]))
        #expect(try answers.sheets(grading: keys[.grading]) == [TestPaper.sheet])
    }
}
