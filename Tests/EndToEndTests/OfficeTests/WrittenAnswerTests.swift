import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Testing

/// Fill-in, short-answer and case items from the bank to the report, through the real executables: answers typed at a
/// plain terminal, some marked by people.
struct WrittenAnswerTests {
    private struct Graded: Decodable {
        struct Score: Decodable {
            struct Section: Decodable { let marks: Decimal }
            let ticket: String
            let total: Decimal
            let sections: [Section]
        }
        struct Exception: Decodable {
            let ticket: String?
            let reason: String
        }
        let received: Int
        let scores: [Score]
        let exceptions: [Exception]
        let absent: [String]
    }

    private struct Explanation: Decodable {
        struct Sentence: Decodable { let chinese: String }
        let number: Int
        let item: String
        let why: Sentence
    }

    /// Who types what: the identity number's last six characters, then the answers item by item.
    private static let sittings: [(ticket: String, identity: String, answers: [String])] = [
        (
            "52010001", "151017",
            ["acd", "n", "=1 ６０日", "=2 30", "n", "= 协商、调解、仲裁、诉讼", "n", "b", "n", "a", "n", "= 十一", "n", "= 协商、调解、仲裁"]
        ),
        ("52010002", "151024", ["ac", "n", "=1 30日", "n", "= =1+1", "n", "c", "n", "b", "n", "= 12"]),
        ("52020001", "151056", []),
        ("52020002", "151063", ["abd", "n", "=1 两个月", "n", "= 协商", "n", "b", "n", "n", "= 11", "n", "= 仲裁"]),
    ]

    /// An exam of every item type, sat by four and collected, in `folder` itself.
    private func satExam() throws -> OfficeFolder {
        let folder = try OfficeFolder(copying: Fixture.url("words-exam"))
        for arguments in [
            ["keys", "init"], ["bank", "import", "banks/bank.txt"], ["roster", "import", "roster.csv"],
            ["paper", "assemble"], ["paper", "seal"], ["paper", "release", "--start", "now"],
        ] { try run(folder, arguments) }
        let terminal = try Product.path("kaochang-terminal")
        for sitting in Self.sittings {
            let lines = ["\(sitting.ticket) \(sitting.identity)", "y", ""] + sitting.answers + ["s", "yes", "yes", ""]
            try Command.run(
                terminal, ["--plain", "--lang", "en", "--paper", "paper/paper.kcp"],
                input: Data(lines.map { $0 + "\n" }.joined().utf8), in: folder.temporary.url)
        }
        try run(folder, ["answers", "collect"] + Self.sittings.map { "answers/\($0.ticket).kca" })
        return folder
    }

    @discardableResult
    private func run(_ folder: OfficeFolder, _ arguments: [String], status: Int32 = 0) throws -> Data {
        let run = try folder.kaochang(arguments)
        #expect(run.status == status, "\(arguments): \(run.errors)")
        return run.output
    }

    /// The sheet for marks by hand with these marks, by what was written.
    private func fill(_ folder: OfficeFolder, _ name: String, _ marks: [String: String]) throws {
        let text = String(decoding: try folder.temporary.read("sheet.csv"), as: UTF8.self)
        let rows = text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(rows.count == 1 + marks.count)
        let filled = try rows.enumerated().map { index, row in
            guard index > 0 else { return row.joined(separator: ",") }
            let mark = try #require(marks[String(row[4])], "\(row)")
            #expect(["协商；调解；仲裁；诉讼。", "协商、调解、仲裁。"].contains(row[3]), "the model answer: \(row)")
            #expect(row[2].hasPrefix("【材料】张某入职甲公司") == row[1].hasSuffix(".4"), "what was asked: \(row)")
            return (row.prefix(7).map(String.init) + [mark, "阅卷员"]).joined(separator: ",")
        }
        try folder.temporary.write(Data(filled.map { $0 + "\r\n" }.joined().utf8), as: name)
    }

    private static let marks = ["协商、调解、仲裁、诉讼": "5.5", "'=1+1": "0.5", "协商": "2", "协商、调解、仲裁": "3", "仲裁": "1"]

    @Test func fromTheBankToTheReport() throws {
        let folder = try satExam()
        let waiting = try JSONDecoder().decode(Graded.self, from: run(folder, ["grade", "--json"], status: 3))
        #expect(waiting.received == 4 && waiting.scores.map(\.ticket) == ["52020001"])
        #expect(waiting.exceptions.map(\.reason) == ["INCOMPLETE_SHEET", "INCOMPLETE_SHEET", "INCOMPLETE_SHEET"])
        #expect(waiting.absent.count == 4)

        try run(folder, ["rank"])
        try run(folder, ["report"])

        try run(folder, ["grade", "sheet", "sheet.csv"])
        try refuseUnfitMarks(folder)
        try fill(folder, "marks.csv", Self.marks)
        try fill(folder, "again.csv", Self.marks)
        let graded = try JSONDecoder().decode(
            Graded.self, from: run(folder, ["grade", "--marks", "marks.csv", "--second", "again.csv", "--json"]))
        #expect(graded.received == 4 && graded.exceptions.isEmpty)
        let sections = Dictionary(uniqueKeysWithValues: graded.scores.map { ($0.ticket, $0.sections.map(\.marks)) })
        #expect(
            sections == [
                "52010001": [2, 3, 5.5, 9], "52010002": [1, 1.5, 0.5, 1], "52020001": [0, 0, 0, 1],
                "52020002": [0, 1.5, 2, 5],
            ])

        let standings = try StandingsDocument(json: run(folder, ["rank", "--json"]))
        #expect(standings.teams.map(\.team) == ["甲队", "乙队"])
        #expect(standings.teams.map(\.total) == [23.5, 9.5])
        #expect(standings.individuals.map(\.ticket) == ["52010001", "52020002", "52010002", "52020001"])
        try explains(folder)
        try run(folder, ["report"])
        try run(folder, ["audit", "verify"])
        try run(folder, ["audit", "bundle", "--into", "public"])
        try run(folder, ["audit", "verify", "--exam", "public"])
        try aChangedMarkIsTold(folder)
    }

    /// Nobody changes a mark that was given without the ledger saying so.
    private func aChangedMarkIsTold(_ folder: OfficeFolder) throws {
        try fill(folder, "marks.csv", Self.marks.merging(["协商": "3"]) { $1 })
        let said = String(decoding: try run(folder, ["grade", "--marks", "marks.csv"]), as: UTF8.self)
        #expect(said.contains("人工评分与上次不同 1 处") && said.contains(" 2（阅卷员）→3（阅卷员）"), "\(said)")
        let ledger = String(decoding: try folder.temporary.read("ledger.jsonl"), as: UTF8.self)
        #expect(ledger.contains(#""changedMarks":"52020002 Q"#))
    }

    /// More than full marks, marks between the steps, and two entries that differ change nothing.
    private func refuseUnfitMarks(_ folder: OfficeFolder) throws {
        let before = try folder.temporary.read("scores/scores.json")
        for (text, marks, code) in [
            ("协商", "6.5", "UNFIT_MARK"), ("协商", "1.2", "UNFIT_MARK"), ("仲裁", "0.5", "UNFIT_MARK"),
            ("仲裁", "-1", "UNFIT_MARK"), ("仲裁", "二", "UNFIT_MARK"), ("仲裁", "2", "MARKS_DISAGREE"),
        ] {
            try fill(folder, "marks.csv", Self.marks)
            try fill(folder, "again.csv", Self.marks.merging([text: marks]) { $1 })
            let refused = try folder.kaochang("grade", "--marks", "marks.csv", "--second", "again.csv")
            #expect(refused.status == 1 && refused.errors.contains("[\(code)]"), "\(marks): \(refused.errors)")
        }
        #expect(try folder.temporary.read("scores/scores.json") == before)
    }

    private func explains(_ folder: OfficeFolder) throws {
        let said = String(decoding: try run(folder, ["grade", "explain", "52010002"]), as: UTF8.self)
        #expect(said.contains("案例分析题：各题合计 -1 分，大题最低 1 分（满分 10）\n总分 4 分\n"), "\(said)")
        let all = try JSONDecoder().decode(
            [Explanation].self, from: run(folder, ["grade", "explain", "52010002", "--json"]))
        let why = all.sorted { $0.number < $1.number }.map(\.why.chinese)
        #expect(why.count == 7)
        #expect(why[0] == "选了 A、C；标准答案 A、C、D；漏选，按规则每个 0.5 分，得 1 分")
        #expect(why[1].hasPrefix("填了 “30日”对") && why[1].hasSuffix("对 1/2 空，按规则每空 1.5 分，得 1.5 分"), "\(why[1])")
        #expect(why[2] == "人工评分（阅卷员），得 0.5 分")
        #expect(why[4].hasSuffix("按规则扣 1 分，得 -1 分"), "\(why[4])")
        #expect(why[6] == "未作答，不得分")
    }

    /// An appeal against one sub-item of a case, after marks by hand.
    @Test func oneSubItemOfACaseIsCorrected() throws {
        let folder = try satExam()
        try run(folder, ["grade", "sheet", "sheet.csv", "--json"])
        try fill(folder, "marks.csv", Self.marks)
        try run(folder, ["grade", "--marks", "marks.csv"])
        try run(folder, ["rank"])
        let all = try JSONDecoder().decode(
            [Explanation].self, from: run(folder, ["grade", "explain", "52010002", "--json"]))
        let blank = try #require(all.first { $0.number == 6 }).item
        let appeal = "reason: 第1号申诉\ncorrections:\n  - item: \(blank)\n    accept: [\"12\"]\n    reason: 两种说法都对\n"
        try folder.temporary.write(Data(appeal.utf8), as: "appeal.yaml")
        try run(folder, ["regrade", "propose", "appeal.yaml"])
        for role in ["grading", "supervision"] { try run(folder, ["regrade", "approve", "--as", role]) }
        try run(folder, ["regrade", "apply"])
        let graded = try JSONDecoder().decode(Graded.self, from: folder.temporary.read("scores/scores.json"))
        #expect(graded.scores.first { $0.ticket == "52010002" }?.sections.map(\.marks) == [1, 1.5, 0.5, 1])
        #expect(graded.scores.first { $0.ticket == "52010001" }?.total == 19.5)
        try run(folder, ["report"])
        try run(folder, ["audit", "verify"])
    }

    /// Answers that the site encrypted to somebody else are one exception, in the same words in the folder and in a bundle.
    @Test func answersThatDoNotOpenAreAccountedFor() throws {
        let folder = try satExam()
        try folder.temporary.write(strayAnswers(in: folder), as: "stray.kca")
        try run(folder, ["answers", "collect", "stray.kca"])
        let graded = try JSONDecoder().decode(Graded.self, from: run(folder, ["grade", "--json"], status: 3))
        #expect(graded.received == 5 && graded.received == graded.scores.count + graded.exceptions.count)
        #expect(graded.exceptions.filter { $0.reason == "DAMAGED_SHEET" }.map(\.ticket) == [nil])
        try run(folder, ["rank"])
        try run(folder, ["audit", "bundle", "--into", "public"])
        for exam in [".", "public"] {
            let audit = try run(folder, ["audit", "verify", "--exam", exam, "--json"], status: 3)
            struct Document: Decodable {
                struct Line: Decodable { let check: String, holds: Bool, done: Bool }
                let holds: Bool
                let complete: Bool
                let lines: [Line]
            }
            let document = try JSONDecoder().decode(Document.self, from: audit)
            #expect(document.holds && !document.complete)
            #expect(document.lines.filter { !$0.done }.map(\.check) == ["reports"])
            #expect(document.lines.allSatisfy { $0.holds == $0.done })
        }
    }

    /// Signed by this exam's site, encrypted to another exam's grading.
    private func strayAnswers(in folder: OfficeFolder) throws -> Data {
        let keys = folder.temporary["keys"]
        let trust = Trust(try Certificate(contentsOf: keys.appending(path: "authority.pem")))
        let paper = try PaperPackage.open(folder.temporary["paper/paper.kcp"], trusting: trust)
        let day = Validity(from: .now.addingTimeInterval(-86_400), until: .now.addingTimeInterval(86_400))
        let sheet = AnswerSheet(
            exam: paper.manifest.exam, form: "A", ticket: "52010003", responses: [], ending: .handedIn, seconds: 60,
            journalHead: String(repeating: "0", count: 64))
        return try AnswerPackage.seal(
            [sheet], of: paper.reference, site: KeyFolder(keys, warn: { _ in }).credential(of: Holder(.site)),
            grading: TestAuthority(validity: day)[.grading].certificate, at: .now)
    }
}
