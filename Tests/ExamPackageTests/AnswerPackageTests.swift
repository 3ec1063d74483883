import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Testing

struct AnswerPackageTests {
    private let keys: TestAuthority
    private let paper = PaperReference(exam: "demo-2020", paper: Digest(of: Data("manifest".utf8)))

    init() throws {
        keys = try TestPaper.authority.get()
    }

    private func seal(_ sheets: [AnswerSheet] = [TestPaper.sheet], at date: Date = TestPaper.day) throws -> Data {
        try AnswerPackage.seal(sheets, of: paper, site: keys[.site], grading: keys[.grading].certificate, at: date)
    }

    private func code(
        of data: Data, grading: Purpose = .grading, trusting trust: Trust? = nil, of other: PaperReference? = nil
    ) -> FindingCode? {
        refusalCode {
            _ = try AnswerPackage.open(
                data, grading: keys[grading], trusting: trust ?? keys.trust, of: other ?? paper)
        }
    }

    @Test func opensToGradingOnly() throws {
        let data = try seal()
        let document = try AnswerPackage.open(data, grading: keys[.grading], trusting: keys.trust, of: paper)
        #expect(document.sheets == [TestPaper.sheet])
        #expect(document.created == TestPaper.day)
        #expect(code(of: data, grading: .site) == .wrongKey)
        #expect(code(of: data, trusting: try TestAuthority().trust) == .certificateUntrusted)
        let other = PaperReference(exam: "demo-2020", paper: .zero)
        #expect(code(of: data, of: other) == .wrongPaper)
        #expect(
            try AnswerPackage.open(seal([]), grading: keys[.grading], trusting: keys.trust, of: paper).sheets.isEmpty)
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
        #expect(code(of: data + [0]) == .sealTrailingBytes)
    }

    /// Somebody who knows grading's certificate, which is public, makes up answers.
    @Test func answersThatTheSiteDidNotSignAreRefused() throws {
        let genuine = try Envelope.decrypt(seal(), with: keys[.grading])
        let json = try Signature.unjudgedContent(of: genuine)
        let stranger = try TestAuthority()
        for (signer, expected) in [
            (stranger[.site], FindingCode.certificateUntrusted), (keys[.office], .certificateWrongPurpose),
            (keys[.grading], .certificateWrongPurpose),
        ] {
            let signed = try Signature.signAttached(json, by: signer, at: TestPaper.day)
            #expect(code(of: try Envelope.encrypt(signed, to: keys[.grading].certificate)) == expected)
        }
        #expect(code(of: try Envelope.encrypt(json, to: keys[.grading].certificate)) != nil)
        #expect(code(of: try seal(at: TestAuthority.validity.until)) == .certificateExpired)
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
