import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Testing

/// A release that travels as a text: typed, misprinted, for another paper.
struct ReleaseTextTests {
    private let paper: TestPaper
    private let release: Release
    private let lines: [String]

    init() throws {
        paper = try TestPaper()
        release = try paper.release()
        lines = try ReleaseText(release, of: paper.package).lines
    }

    private func read(_ lines: [String]) throws -> Release {
        try Release.open(Data(lines.joined(separator: "\n").utf8), named: "typed.txt", for: paper.package)
    }

    @Test func givesTheSameReleaseAgain() throws {
        try release.write(to: paper.folder["paper.kcr"])
        try read(lines).write(to: paper.folder["typed.kcr"])
        #expect(try paper.folder.read("typed.kcr") == paper.folder.read("paper.kcr"))
        let form = try paper.package.openForm(
            "A", release: read(lines), site: paper.keys[.site], now: TestPaper.session.start)
        #expect(form == TestPaper.form)
    }

    /// ISO/IEC 18004, table 7: version 22, which is 105 dots wide, holds 779 bytes at level M, which repairs 15 % of them.
    @Test func fitsIntoOneCode() {
        #expect(lines.joined(separator: "\n").utf8.count <= 779)
    }

    @Test func isForgiving() throws {
        let sloppy = lines.map { $0.lowercased().replacing("-", with: " ").replacing("0", with: "o") }
        let numbered = zip(lines, sloppy).map { String($0.prefix(3)) + $1.dropFirst(3) }
        #expect(try read(["", "  "] + numbered + [""]).document == release.document)
    }

    /// Every character of the text changed into another: found, and most of them in their line.
    @Test func misprintsAreFoundInTheirLine() throws {
        for (number, line) in lines.enumerated() {
            for index in line.indices.dropFirst(3) where line[index] != "-" {
                var misprinted = lines
                let other = line[index] == "7" ? "8" : "7"
                misprinted[number] = line.replacingCharacters(in: index...index, with: other)
                do {
                    _ = try read(misprinted)
                    Issue.record("line \(number + 1) was taken with a misprint")
                } catch let refusal as Refusal {
                    #expect(refusal.findings[0].code == .releaseText)
                    #expect(refusal.findings[0].place.line == number + 1)
                }
            }
        }
    }

    @Test func linesLeftOutSwappedOrOfAnotherReleaseAreFound() throws {
        #expect(refusalCode { _ = try read(lines.dropLast()) } == .releaseText)
        #expect(refusalCode { _ = try read(Array(lines.dropFirst())) } == .releaseText)
        var swapped = lines
        swapped.swapAt(2, 3)
        #expect(refusalCode { _ = try read(swapped) } == .releaseText)
        let later = try ReleaseText(
            paper.release(session: TestPaper.session.starting(at: TestPaper.day)), of: paper.package)
        #expect(refusalCode { _ = try read(Array(lines.prefix(5)) + later.lines.dropFirst(5)) } != nil)
        let other = try TestPaper()
        #expect(
            refusalCode {
                _ = try Release.open(
                    Data(lines.joined(separator: "\n").utf8), named: "typed.txt", for: other.package)
            } == .releaseText)
    }

    @Test func replacementsTravelToo() throws {
        let forms = [TestPaper.form, FormContent(id: "B", sections: TestPaper.form.sections)]
        let two = try TestPaper(contents: TestPaper.contents(forms: forms))
        let release = try two.package.release(
            office: two.keys[.office], supervision: two.keys[.supervision],
            terms: ReleaseTerms(session: TestPaper.session, replacements: ["A": "B"], ledger: TestPaper.ledger),
            at: TestPaper.day)
        let text = try ReleaseText(release, of: two.package).lines.joined(separator: "\n")
        let again = try Release.open(Data(text.utf8), named: "typed.txt", for: two.package)
        #expect(again.document.form(insteadOf: "A") == "B")
    }
}
