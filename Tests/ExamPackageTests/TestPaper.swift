import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing

/// A small paper, sealed into a folder of its own.
struct TestPaper {
    static let day = TestAuthority.day
    static let session = Session(
        name: "上午场", start: day.addingTimeInterval(7_200), minutes: 90, latestStartMinutes: 30,
        earliestHandInMinutes: 30)
    static let keys = Data("\"keys and seed\"".utf8)
    static let ledger = Digest(of: Data("ledger".utf8))
    static let authority = Result { try TestAuthority() }

    static let exam = Exam(
        id: "demo-2020", title: "窗口单位业务技能练兵比武", session: session, roomRules: ["保持安静。"])

    static let form = FormContent(
        id: "A",
        sections: [
            FormContentSection(
                title: "一、单选题", type: .singleChoice, marks: Mark(thousandths: 1_500),
                instructions: Bilingual("每题 1.5 分。", "1.5 marks each."),
                items: [
                    Item(
                        id: "q1", type: .singleChoice, stem: "劳动合同法自何时起施行（）？",
                        options: Item.Option.numbered(["2008年1月1日", "2013年7月1日"]),
                        topic: Topic(text: "劳动关系/劳动合同"), difficulty: .easy)
                ])
        ])

    static let candidate = SeatAssignment(
        ticket: "51010001", name: "考生甲", team: "成都市一队", unit: "某局", seat: "1-01", lastSix: "00123X", form: "A")

    static func contents(
        exam: Exam = exam, candidates: [SeatAssignment] = [candidate], forms: [FormContent] = [form]
    ) throws -> PaperContents {
        PaperContents(
            exam: exam, seating: [Holder(.site): candidates], forms: forms, grading: keys,
            bank: Digest(of: Data("bank".utf8)),
            blueprint: Digest(of: Data("blueprint".utf8)), seed: try seed(), ledger: ledger)
    }

    static func seed() throws -> Seed {
        struct NoSeed: Error {}
        guard let seed = Seed(text: String(repeating: "0123456789abcdef", count: 4)) else { throw NoSeed() }
        return seed
    }

    static let sheet = AnswerSheet(
        exam: "demo-2020", form: "A", ticket: "51010001", responses: [Response(item: "q1", options: ["1"])],
        ending: .handedIn, seconds: 1_800, journalHead: Digest.zero.description)

    let keys: TestAuthority
    let folder: TemporaryFolder
    let package: PaperPackage

    var url: URL { folder["paper.kcp"] }

    init(contents: PaperContents? = nil, keys: TestAuthority? = nil) throws {
        self.keys = try keys ?? Self.authority.get()
        folder = try TemporaryFolder()
        package = try Self.seal(contents ?? Self.contents(), keys: self.keys, to: folder["paper.kcp"])
    }

    @discardableResult
    static func seal(
        _ contents: PaperContents, keys: TestAuthority, at date: Date = day, to url: URL
    ) throws -> PaperPackage {
        try PaperPackage.seal(
            contents, office: keys[.office], supervision: keys[.supervision],
            sites: [Holder(.site): keys[.site].certificate], grading: keys[.grading].certificate, trusting: keys.trust,
            at: date, to: url)
    }

    func release(session: Session = session, notBefore: Date? = nil) throws -> Release {
        try package.release(
            office: keys[.office], supervision: keys[.supervision],
            terms: ReleaseTerms(session: session, notBefore: notBefore, ledger: Self.ledger), at: Self.day
        )
    }
}

/// The code of the first finding of a refusal; nil when nothing is refused.
func refusalCode(_ body: () throws -> Void) -> FindingCode? {
    do {
        try body()
        return nil
    } catch {
        return (error as? Refusal)?.findings.first?.code
    }
}
