import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Testing

struct PaperPackageTests {
    let paper: TestPaper

    init() throws {
        paper = try TestPaper()
    }

    @Test func opensToTheOnesItIsFor() throws {
        let package = try PaperPackage.open(paper.url, trusting: paper.keys.trust)
        #expect(package.digest == paper.package.digest)
        #expect(package.exam == TestPaper.exam)
        #expect(package.forms == ["A"])
        #expect(package.manifest.seedSha256 == PaperManifest.commitment(to: try TestPaper.seed()))
        #expect(try package.candidates(site: paper.keys[.site]) == [TestPaper.candidate])
        #expect(try package.gradingPart(grading: paper.keys[.grading]) == TestPaper.keys)
        let release = try paper.release()
        let form = try package.openForm(
            "A", release: release, site: paper.keys[.site], now: TestPaper.session.start)
        #expect(form == TestPaper.form)
        for purpose in Purpose.allCases where purpose != .site {
            #expect(refusalCode { _ = try package.candidates(site: paper.keys[purpose]) } == .wrongKey)
            #expect(
                refusalCode {
                    _ = try package.openForm(
                        "A", release: release, site: paper.keys[purpose], now: TestPaper.session.start)
                } == .wrongKey)
        }
    }

    @Test func aReleaseTakesBothKeys() throws {
        let keys = paper.keys
        for (office, supervision) in [
            (Purpose.office, Purpose.office), (.supervision, .supervision), (.site, .grading),
        ] {
            #expect(
                refusalCode {
                    _ = try paper.package.release(
                        office: keys[office], supervision: keys[supervision],
                        terms: ReleaseTerms(session: TestPaper.session, ledger: .zero), at: TestPaper.day)
                } == .wrongKey)
        }
    }

    @Test func aReleaseIsReadBackWithAnotherStart() throws {
        let rehearsal = TestPaper.session.starting(at: TestPaper.day.addingTimeInterval(600))
        try paper.release(session: rehearsal).write(to: paper.folder["paper.kcr"])
        let release = try Release.open(paper.folder["paper.kcr"], trusting: paper.keys.trust)
        #expect(release.session == rehearsal)
        #expect(release.document.notBefore == rehearsal.start)
        for (seconds, code) in [(-1.0, FindingCode.releaseTooEarly), (0, nil)] {
            #expect(
                refusalCode {
                    _ = try paper.package.openForm(
                        "A", release: release, site: paper.keys[.site], now: rehearsal.start.addingTimeInterval(seconds)
                    )
                } == code)
        }
        let early = try paper.release(notBefore: TestPaper.day)
        #expect(
            refusalCode {
                _ = try paper.package.openForm("A", release: early, site: paper.keys[.site], now: TestPaper.day)
            } == nil)
    }

    @Test func aReleaseForAnotherPaperIsRefused() throws {
        let other = try TestPaper(contents: TestPaper.contents(candidates: []))
        let release = try other.release()
        #expect(
            refusalCode {
                _ = try paper.package.openForm(
                    "A", release: release, site: paper.keys[.site], now: TestPaper.session.start)
            } == .wrongPaper)
    }

    @Test func contentsThatContradictThemselvesAreNotSealed() throws {
        let stray = SeatAssignment(
            ticket: "1", name: "x", team: "x", unit: "x", seat: "x", lastSix: "x", form: "B")
        let path = FormContent(id: "../A", sections: [])
        for (contents, code) in [
            (try TestPaper.contents(candidates: [stray]), FindingCode.packageInconsistent),
            (try TestPaper.contents(candidates: [], forms: []), .packageInconsistent),
            (try TestPaper.contents(forms: [TestPaper.form, TestPaper.form]), .packageInconsistent),
            (try TestPaper.contents(candidates: [], forms: [path]), .formNameRefused),
        ] {
            let url = paper.folder["refused.kcp"]
            #expect(refusalCode { try TestPaper.seal(contents, keys: paper.keys, to: url) } == code)
            #expect(!FileManager.default.fileExists(atPath: url.path))
        }
    }

    @Test func certificatesMustBeValidAndOfTheirRole() throws {
        let (keys, url) = (paper.keys, paper.folder["refused.kcp"])
        let contents = try TestPaper.contents()
        for (date, code) in [
            (TestAuthority.start.addingTimeInterval(-1), FindingCode.certificateNotYetValid),
            (TestAuthority.validity.until, .certificateExpired),
        ] {
            #expect(refusalCode { try TestPaper.seal(contents, keys: keys, at: date, to: url) } == code)
        }
        #expect(
            refusalCode {
                try PaperPackage.seal(
                    contents, office: keys[.supervision], supervision: keys[.office],
                    sites: [Holder(.site): keys[.site].certificate],
                    grading: keys[.grading].certificate, trusting: keys.trust, at: TestPaper.day, to: url)
            } == .certificateWrongPurpose)
        #expect(
            refusalCode {
                try PaperPackage.seal(
                    contents, office: keys[.office], supervision: keys[.supervision],
                    sites: [Holder(.site): keys[.grading].certificate],
                    grading: keys[.site].certificate, trusting: keys.trust, at: TestPaper.day, to: url)
            } == .certificateWrongPurpose)
        #expect(!FileManager.default.fileExists(atPath: url.path))
    }
}
