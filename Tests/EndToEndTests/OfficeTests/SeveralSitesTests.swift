import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Testing

/// A whole exam at two sites through the real executable: sealed for both, sat at both, marked, verified.
struct SeveralSitesTests {
    static func folder(rooms: String = Self.rooms) throws -> OfficeFolder {
        let folder = try OfficeFolder()
        let source = folder.temporary["source"]
        try FileManager.default.copyItem(at: Fixture.url("small-exam"), to: source)
        let roster = String(decoding: try folder.temporary.read("source/roster.csv"), as: UTF8.self)
        let moved = roster.replacing(/(52020.*,)1-/) { "\($0.output.1)2-" }
        try folder.temporary.write(Data(moved.utf8), as: "source/roster.csv")
        let settings = """
            sites: [{ id: chengdu, name: 成都考点 }, { id: mianyang, name: 绵阳考点 }]
            \(rooms)

            """
        let exam = try folder.temporary.read("source/exam.yaml")
        try folder.temporary.write(exam + Data(settings.utf8), as: "source/exam.yaml")
        return folder
    }

    static let rooms = """
        rooms:
          - { name: 1, seats: 10, site: chengdu }
          - { name: 2, seats: 10, site: mianyang }
        """

    static func rehearse(_ folder: OfficeFolder) throws -> (status: Int32, output: Data, errors: String) {
        let banks = Fixture.url("small-exam/banks").path
        return try folder.kaochang(
            "rehearse", "source", "--bank-files", banks, "--into", "exam", "--seed", "beef", "--desk")
    }

    @Test func anExamAtTwoSitesIsSatAndVerified() throws {
        let folder = try Self.folder()
        let run = try Self.rehearse(folder)
        #expect(run.status == 0, "\(run.errors)")
        let audit = try folder.kaochang("audit", "verify", "--exam", "exam")
        #expect(audit.status == 0, "\(audit.errors)")
        #expect(try folder.kaochang("audit", "bundle", "--exam", "exam", "--into", "public").status == 0)
        #expect(try folder.kaochang("audit", "verify", "--exam", "public").status == 0)

        let keys = KeyFolder(folder.temporary["exam/keys"], warn: { _ in })
        let paper = try PaperPackage.open(folder.temporary["exam/paper/paper.kcp"], trusting: keys.trust())
        for (site, ticket) in [("chengdu", "52010001"), ("mianyang", "52020001")] {
            let credential = try keys.credential(of: Holder(.site, id: site))
            #expect(try paper.candidates(site: credential).map(\.ticket.text).contains(ticket))
            let answers = try AnswerPackage.read(
                folder.temporary.read("exam/answers/\(ticket).kca"), trusting: keys.trust(), of: paper.reference)
            #expect(answers.signer == credential.certificate)
        }
    }

    /// A site that hands in a sheet of another site's candidate is found out when the sheets are opened.
    @Test func aSheetFromTheWrongSiteIsNotMarked() throws {
        let folder = try Self.folder()
        #expect(try Self.rehearse(folder).status == 0)
        let keys = KeyFolder(folder.temporary["exam/keys"], warn: { _ in })
        let paper = try PaperPackage.open(folder.temporary["exam/paper/paper.kcp"], trusting: keys.trust())
        let name = "exam/answers/52010001.kca"
        let answers = try AnswerPackage.read(
            folder.temporary.read(name), trusting: keys.trust(), of: paper.reference)
        let forged = try AnswerPackage.seal(
            answers.sheets(grading: keys.credential(of: Holder(.grading))), of: paper.reference,
            site: keys.credential(of: Holder(.site, id: "mianyang")),
            grading: keys.certificate(of: Holder(.grading)), at: try #require(answers.created))
        try folder.temporary.write(forged, as: "stray.kca")
        #expect(try folder.kaochang("answers", "collect", "stray.kca", "--exam", "exam").status == 0)
        let graded = try folder.kaochang("grade", "--exam", "exam")
        #expect(graded.errors.contains("座位在考点 chengdu"), "\(graded.errors)")
        struct Scores: Decodable {
            struct Exception: Decodable { let source: String }
            let exceptions: [Exception]
        }
        let scores = try JSONDecoder().decode(Scores.self, from: folder.temporary.read("exam/scores/scores.json"))
        #expect(scores.exceptions.map(\.source) == ["answers/stray.kca"])
    }

    @Test(arguments: ["", "rooms: [{ name: 1, seats: 10, site: chengdu }]"])
    func seatsWithoutASiteAreNotSealed(rooms: String) throws {
        let run = try Self.rehearse(Self.folder(rooms: rooms))
        #expect(run.status == 1)
        #expect(run.errors.contains("[SITE_MISSING]"), "\(run.errors)")
    }

    @Test func aRoomAtAnUnknownSiteIsRefusedWithItsLine() throws {
        let folder = try Self.folder(rooms: "rooms: [{ name: 1, seats: 10, site: leshan }]")
        #expect(try folder.kaochang("keys", "init", "--generate-passphrases", "--exam", "source").status == 0)
        let run = try folder.kaochang("seating", "--exam", "source")
        #expect(run.status == 1)
        #expect(run.errors.contains("leshan") && run.errors.contains("chengdu"), "\(run.errors)")
    }
}
