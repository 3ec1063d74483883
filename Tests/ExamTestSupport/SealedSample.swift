package import ExamModel
package import ExamPackage
package import Foundation
import Sealing

/// A sealed paper of six items in an exam folder of its own: `keys/`, `papers/sample.kcp` and, once released,
/// `papers/sample.kcr`.
package struct SealedSample {
    package let folder: TemporaryFolder
    package let authority: TestAuthority
    package let paper: PaperPackage
    private let day: Date
    private let contents: PaperContents

    /// Sealed at `day`, with a session that starts then and as many candidates as are asked for.
    package init(
        at day: Date, candidates: Int = 2, minutes: Int = 90, latestStart: Int = 30, earliestHandIn: Int = 30
    ) throws {
        self.day = day
        folder = try TemporaryFolder()
        authority = try TestAuthority(
            validity: Validity(from: day.addingTimeInterval(-86_400), until: day.addingTimeInterval(86_400)))
        let keys = folder["keys"]
        try FileManager.default.createDirectory(at: keys, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(at: folder["papers"], withIntermediateDirectories: true)
        try authority.root.pem().write(to: keys.appending(path: "authority.pem"))
        for purpose in [Purpose.site, .terminal] {
            try KeyFolder(keys, warn: { _ in }).write(
                authority[purpose], of: Holder(purpose),
                under: NewPassphrase(Credential.testPassphrase(), isGenerated: true))
        }
        var randomness = SystemRandomNumberGenerator()
        let session = Session(
            name: "上机笔试", start: day, minutes: minutes, latestStartMinutes: latestStart,
            earliestHandInMinutes: earliestHandIn)
        let exam = Exam(
            id: "demo-2020", title: "窗口单位业务技能练兵比武", session: session, roomRules: ["不得携带手机进入考场。"])
        contents = PaperContents(
            exam: exam, seating: [Holder(.site): (1...candidates).map(Self.candidate)], forms: [Self.form],
            grading: Data("{}".utf8),
            bank: .zero, blueprint: .zero, seed: Seed.random(using: &randomness),
            ledger: .zero)
        paper = try Self.seal(contents, by: authority, at: day, to: folder["papers/sample.kcp"])
    }

    /// Another paper with the same contents, in a file of its own.
    package func resealed() throws -> PaperPackage {
        try Self.seal(contents, by: authority, at: day, to: folder["papers/\(UUID()).kcp"])
    }

    private static func seal(
        _ contents: PaperContents, by authority: TestAuthority, at day: Date, to url: URL
    ) throws -> PaperPackage {
        try PaperPackage.seal(
            contents, office: authority[.office], supervision: authority[.supervision],
            sites: [Holder(.site): authority[.site].certificate], grading: authority[.grading].certificate,
            trusting: authority.trust,
            at: day, to: url)
    }

    /// Writes the release for a session that starts at `start`.
    @discardableResult
    package func release(start: Date, notBefore: Date? = nil) throws -> Release {
        let release = try paper.release(
            office: authority[.office], supervision: authority[.supervision],
            terms: ReleaseTerms(
                session: paper.exam.session.starting(at: start), notBefore: notBefore, ledger: .zero), at: day)
        try release.write(to: folder["papers/sample.kcr"])
        return release
    }

    /// The sheet that was sealed for a candidate, opened by grading.
    package func sheet(of number: Int) throws -> AnswerSheet? {
        let data = try Data(contentsOf: folder["answers/\(Self.candidate(number).ticket).kca"])
        return try AnswerPackage.read(data, trusting: authority.trust, of: paper.reference)
            .sheets(grading: authority[.grading]).first
    }

    /// The candidate of this number, counted from 1: ticket 5101200001 and last six 00001X for the first.
    package static func candidate(_ number: Int) -> SeatAssignment {
        let digits = String(String(100_000 + number).dropFirst())
        return SeatAssignment(
            ticket: TicketNumber("51012\(digits)"), name: "考生\(number)", team: "成都市一队", unit: "成都市人社局",
            seat: "\(number)", lastSix: digits + "X", form: "A")
    }

    package static let form = FormContent(
        id: "A",
        sections: [
            section("单项选择题", .singleChoice, 1...3), section("多项选择题", .multipleChoice, 4...5),
            section("判断题", .trueFalse, 6...6),
        ])

    private static func section(_ title: String, _ type: ItemType, _ numbers: ClosedRange<Int>) -> FormContentSection {
        FormContentSection(
            title: title, type: type, marks: Mark(1), instructions: ScoringRule.exact.instructions,
            items: numbers.map { number in
                Item(
                    id: ItemID("i\(number)"), type: type, stem: "第 \(number) 题的题干：用人单位应当（　　）。",
                    options: type == .trueFalse ? Item.Option.judgement : Item.Option.numbered(["甲", "乙", "丙", "丁"]),
                    topic: Topic(text: "劳动关系"), difficulty: .medium)
            })
    }
}
