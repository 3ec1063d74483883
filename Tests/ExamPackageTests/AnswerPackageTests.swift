import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Testing
import ZipFile

struct AnswerPackageTests {
    private let keys: TestAuthority
    private let paper = PaperReference(exam: "demo-2020", paper: Digest(of: Data("manifest".utf8)))

    init() throws {
        keys = try TestPaper.authority.get()
    }

    private func seal(_ sheets: [AnswerSheet] = [TestPaper.sheet], at date: Date = TestPaper.day) throws -> Data {
        try AnswerPackage.seal(sheets, of: paper, site: keys[.site], grading: keys[.grading].certificate, at: date)
    }

    private func sheets(
        in data: Data, grading: Purpose = .grading, trusting trust: Trust? = nil, of other: PaperReference? = nil
    ) throws -> [AnswerSheet] {
        try AnswerPackage.read(data, trusting: trust ?? keys.trust, of: other ?? paper).sheets(grading: keys[grading])
    }

    private func code(
        of data: Data, grading: Purpose = .grading, trusting trust: Trust? = nil, of other: PaperReference? = nil
    ) -> FindingCode? {
        refusalCode { _ = try sheets(in: data, grading: grading, trusting: trust, of: other) }
    }

    @Test func opensToGradingOnly() throws {
        let data = try seal()
        #expect(try sheets(in: data) == [TestPaper.sheet])
        #expect(code(of: data, grading: .site) == .wrongKey)
        #expect(code(of: data, trusting: try TestAuthority().trust) == .certificateUntrusted)
        let other = PaperReference(exam: "demo-2020", paper: .zero)
        #expect(code(of: data, of: other) == .wrongPaper)
        #expect(try sheets(in: seal([])).isEmpty)
    }

    /// Everybody sees how many sheets there are, and the hash of each; nobody sees more.
    @Test func receiptsAreThereForEverybody() throws {
        let answers = try AnswerPackage.read(seal(), trusting: keys.trust, of: paper)
        #expect(answers.receipts == [try TestPaper.sheet.digest])
        #expect(answers.created == TestPaper.day)
        let long = AnswerSheet(
            exam: "demo-2020", form: "A", ticket: "51010001",
            responses: (1...20).map { Response(item: ItemID("q\($0)"), options: ["1"]) }, ending: .handedIn,
            seconds: 1_800, journalHead: Digest.zero.description)
        #expect(try seal([long]).count - seal().count < 16, "sizes tell how much was answered")
    }

    @Test func everyFlippedByteIsRefused() throws {
        let data = try seal()
        #expect(code(of: data) == nil)
        for position in data.indices {
            var flipped = data
            flipped[position] ^= 1 << (position % 8)
            #expect(code(of: flipped) != nil, "byte \(position) of \(data.base64EncodedString())")
        }
        for length in stride(from: 0, to: data.count, by: 11) { #expect(code(of: data.prefix(length)) != nil) }
        #expect(code(of: data + [0]) != nil)
    }

    /// Somebody who knows grading's certificate, which is public, makes up answers, or takes some of the genuine ones.
    @Test func answersThatTheSiteDidNotSignAreRefused() throws {
        let stranger = try TestAuthority()
        let entries = try ZipArchive.read(seal()).entries.map { (name: $0.name, data: $0.data) }
        for (signer, expected) in [
            (stranger[.site], FindingCode.certificateUntrusted), (keys[.office], .certificateWrongPurpose),
            (keys[.grading], .certificateWrongPurpose),
        ] {
            var forged = entries
            forged[1].data = try Signature.sign(entries[0].data, by: signer, at: TestPaper.day)
            #expect(code(of: try ZipArchive.data(of: forged)) == expected)
        }
        let others = try ZipArchive.read(seal([])).entries
        for (index, entry) in others.enumerated() {
            var mixed = entries
            mixed[index].data = entry.data
            #expect(code(of: try ZipArchive.data(of: mixed)) != nil, "\(entry.name)")
        }
        #expect(code(of: try seal(at: TestAuthority.validity.until)) == .certificateExpired)
    }

    /// A site that signs other hashes than those of its sheets is found out when they are opened.
    @Test func sheetsAreThoseThatWereSigned() throws {
        let entries = try ZipArchive.read(seal()).entries.map { (name: $0.name, data: $0.data) }
        let manifest = String(decoding: entries[0].data, as: UTF8.self)
        let forged = Data(manifest.replacing(try TestPaper.sheet.digest.description, with: "\(Digest.zero)").utf8)
        let data = try ZipArchive.data(of: [
            (entries[0].name, forged),
            (entries[1].name, try Signature.sign(forged, by: keys[.site], at: TestPaper.day)), entries[2],
        ])
        #expect(code(of: data) == .packageInconsistent)
    }

    @Test func sheetsOfAnotherExamAreNotSealed() {
        let sheet = AnswerSheet(
            exam: "other", form: "A", ticket: "1", responses: [], ending: .timeUp, seconds: 0, journalHead: "")
        #expect(refusalCode { _ = try seal([sheet]) } == .packageInconsistent)
        #expect(
            refusalCode {
                _ = try AnswerPackage.seal(
                    [], of: paper, site: keys[.office], grading: keys[.grading].certificate, at: TestPaper.day)
            } == .certificateWrongPurpose)
    }
}
