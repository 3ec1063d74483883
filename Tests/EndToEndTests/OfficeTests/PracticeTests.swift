import ExamModel
import ExamPackage
import ExamSeat
import ExamTestSupport
import Foundation
import Sealing
import Sitting
import Testing

/// What goes wrong around a release, practised: it is lost, no file gets through, the session is put off, a form becomes
/// known, the whole paper becomes known.
struct PracticeTests {
    private struct Unexpected: Error {}

    private let folder: OfficeFolder

    /// A small exam, sealed.
    init() throws {
        folder = try OfficeFolder()
        try FileManager.default.copyItem(at: Fixture.url("small-exam"), to: folder.temporary["exam"])
        let banks = try FileManager.default.contentsOfDirectory(atPath: Fixture.url("small-exam/banks").path)
            .map { Fixture.url("small-exam/banks/\($0)").path }
        for command in [
            ["keys", "init", "--generate-passphrases"], ["bank", "import"] + banks.sorted(),
            ["roster", "import", folder.temporary["exam/roster.csv"].path], ["paper", "assemble", "--seed", "beef"],
            ["paper", "seal"],
        ] {
            let run = try office(command)
            #expect(run.status == 0, "\(command): \(run.errors)")
        }
    }

    private func office(_ command: [String]) throws -> (status: Int32, output: Data, errors: String) {
        try folder.kaochang(command + ["--exam", "exam"])
    }

    private func refused(_ command: String..., by code: String, _ place: SourceLocation = #_sourceLocation) throws {
        let run = try office(command)
        #expect(run.status == 1, sourceLocation: place)
        #expect(run.errors.contains("[\(code)]"), "\(run.errors)", sourceLocation: place)
    }

    private func done(_ command: String..., place: SourceLocation = #_sourceLocation) throws {
        let run = try office(command)
        #expect(run.status == 0, "\(run.errors)", sourceLocation: place)
    }

    /// What a machine at the site sees now, with the paper, the site's key and the files that reached it.
    private func look(release: String = "paper/paper.kcr") throws -> ExamDesk.Look {
        let exam = folder.temporary["exam"]
        let desk = try DeskPlaces(
            paper: exam.appending(path: "paper/paper.kcp"), release: exam.appending(path: release), credentials: nil,
            answers: folder.temporary["answers-\(UUID())"]
        ).openDesk()
        let now = Int(Date.now.timeIntervalSince1970 * 1000)
        return try desk.find(at: ClockReading(boot: "practice", nanoseconds: 0, wallMilliseconds: now))
    }

    private func form(
        of look: ExamDesk.Look, ticket: TicketNumber = "52010001", lastSix: String = "151017"
    ) throws -> FormID? {
        guard case .open(let released) = look,
            let seat = released.paper.candidate(ticket: ticket, lastSix: lastSix)
        else { return nil }
        return try released.content(for: seat).id
    }

    @Test func aLostReleaseTravelsAsText() throws {
        let run = try office(["paper", "release", "--start", "now", "--text", "--json"])
        struct Document: Decodable { let text: [String] }
        let text = try JSONDecoder().decode(Document.self, from: run.output).text
        let file = try folder.temporary.read("exam/paper/paper.kcr")
        try FileManager.default.removeItem(at: folder.temporary["exam/paper/paper.kcr"])
        guard case .sealed = try look() else { throw Unexpected() }
        try folder.temporary.write(Data(text.joined(separator: "\n").utf8), as: "exam/paper/paper.kcr")
        #expect(try form(of: look()) != nil)
        var misprinted = text
        misprinted[4] = String(text[4].dropLast()) + (text[4].hasSuffix("0") ? "1" : "0")
        try folder.temporary.write(Data(misprinted.joined(separator: "\n").utf8), as: "exam/paper/paper.kcr")
        #expect(throws: Refusal.self) { _ = try look() }
        try folder.temporary.write(file, as: "exam/paper/paper.kcr")
        try done("paper", "release", "--again")
        #expect(try form(of: look()) != nil)
    }

    @Test func aSecondSessionIsReleasedFromTheSamePaper() throws {
        try done("paper", "release", "--start", "now")
        #expect(try form(of: look()) != nil)
        let later = Date.now.addingTimeInterval(86_400)
        try done("paper", "release", "--start", "\(BeijingTime.day(later)) 09:00")
        guard case .startsIn = try look() else { throw Unexpected() }
        try folder.temporary.write(Data(), as: "exam/answers/52010001.kca")
        try refused("paper", "release", "--start", "now", by: "ALREADY_ANSWERED")
    }

    @Test func aFormThatBecameKnownIsReplaced() throws {
        try refused("paper", "release", "--start", "now", "--replace", "A=C", by: "FORM_REPLACEMENT")
        try refused(
            "paper", "release", "--start", "now", "--replace", "A=B", "--replace", "B=A", by: "FORM_REPLACEMENT")
        try done("paper", "release", "--start", "now", "--replace", "A=B")
        for (ticket, lastSix) in [("52010001", "151017"), ("52010002", "151024"), ("52020001", "151056")] {
            #expect(try form(of: look(), ticket: TicketNumber(ticket), lastSix: lastSix) == "B")
        }
    }

    @Test(arguments: ["office", "supervision"])
    func aPaperThatBecameKnownIsRevoked(role: String) throws {
        try done("paper", "release", "--start", "now")
        let release = try folder.temporary.read("exam/paper/paper.kcr")
        let paper = try folder.temporary.read("exam/paper/paper.kcp")
        try done("paper", "revoke", "--reason", "题面外泄", "--role", role)
        for command in ["release", "revoke"] {
            let more = command == "revoke" ? ["--reason", "again"] : ["--start", "now"]
            let run = try office(["paper", command] + more)
            #expect(run.status == 1 && run.errors.contains("[PAPER_REVOKED]"), "\(run.errors)")
        }
        try refused("paper", "release", "--again", by: "PAPER_REVOKED")
        // The site got the notice and still has the release.
        try folder.temporary.write(release, as: "exam/paper/paper.kcr")
        #expect(throws: Refusal.self) { _ = try look() }
        // Somebody changes the notice, to have it ignored.
        let notice = try folder.temporary.read("exam/paper/paper.kcx")
        var spoilt = notice
        spoilt[notice.count / 2] ^= 1
        try folder.temporary.write(spoilt, as: "exam/paper/paper.kcx")
        #expect(throws: Refusal.self) { _ = try look() }
        try folder.temporary.write(notice, as: "exam/paper/paper.kcx")
        // Another paper is sealed and sat; the notice is for the old one only.
        try FileManager.default.removeItem(at: folder.temporary["exam/paper/paper.kcr"])
        try done("paper", "assemble", "--seed", "cafe")
        try done("paper", "seal")
        try done("paper", "release", "--start", "now")
        #expect(try form(of: look()) != nil)
        #expect(try folder.temporary.read("exam/paper/paper.kcp") != paper)
    }
}
