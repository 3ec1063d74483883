import ExamTestSupport
import Foundation
import Testing

/// The rules of every stage of the competition, on sample data, against the outcome written down beside them
/// (`Papers/stages/*/expected.csv`).
struct StageRulesTests {
    private struct Document: Decodable {
        struct Team: Decodable {
            let rank: Int
            let team: String
            let total: Decimal
            let advances: Bool
            let honours: [String]?
            let why: String
        }
        struct Individual: Decodable {
            let rank: Int
            let ticket: String
            let score: Decimal
            let honours: [String]
            let why: String
        }
        struct City: Decodable {
            let rank: Int
            let city: String
            let registered: Int
            let present: Int
        }
        struct Flag: Decodable {
            let code: String
            let subjects: [String]
        }
        let teams: [Team]
        let individuals: [Individual]
        let cities: [City]?
        let flags: [Flag]

        /// In the shape of the file that people read.
        var rows: [[String]] {
            teams.map { team in
                let results = (team.advances ? ["晋级"] : []) + (team.honours ?? [])
                return ["代表队", "\(team.rank)", team.team, "\(team.total)", results.joined(separator: "、")]
            }
                + individuals.map {
                    ["个人", "\($0.rank)", $0.ticket, "\($0.score)", $0.honours.joined(separator: "、")]
                }
                + (cities ?? []).map { ["市州", "\($0.rank)", $0.city, "\($0.present)/\($0.registered)", ""] }
                + flags.map { ["提示", "", $0.code, "", $0.subjects.joined(separator: "、")] }
        }
    }

    static let stages = [
        "daily-study", "weekly-practice", "monthly-contest", "city-selection", "provincial-qualifier", "final",
        "county-team", "city-team", "inter-provincial-zone", "national-promotion", "single-subject",
    ]

    @Test func everyStageIsTested() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0 != "README.md" }
        #expect(folders.sorted() == Self.stages.sorted())
    }

    private static let folder = OfficeFolder.root.appending(path: "Papers/stages")

    /// The stage's folder, copied, with keys and roster.
    private func prepared(_ stage: String) throws -> OfficeFolder {
        let folder = try OfficeFolder()
        try FileManager.default.copyItem(at: Self.folder.appending(path: stage), to: folder.temporary["stage"])
        for arguments in [["keys", "init"], ["roster", "import", "stage/roster.csv"]] {
            let run = try folder.kaochang(arguments + ["--exam", "stage"])
            #expect(run.status == 0, "\(run.errors)")
        }
        return folder
    }

    @Test(arguments: stages)
    func theExpectedOutcome(stage: String) throws {
        let folder = try prepared(stage)
        let run = try folder.kaochang("rank", "--exam", "stage", "--json")
        #expect(run.status == 0, "\(run.errors)")
        let document = try JSONDecoder().decode(Document.self, from: run.output)
        let text = String(decoding: try folder.temporary.read("stage/expected.csv").dropFirst(3), as: UTF8.self)
        let expected = text.split(separator: "\r\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(document.rows.map { $0.joined(separator: ",") } == expected.map { $0.joined(separator: ",") })
        #expect((document.teams.map(\.why) + document.individuals.map(\.why)).allSatisfy { !$0.isEmpty })
    }

    /// What is written down is what a program says that reads the notice and the tables, not our rules files.
    @Test(arguments: stages)
    func theExpectedOutcomeIsWhatTheNoticeSays(stage: String) throws {
        let folder = Self.folder.appending(path: stage)
        let expected = try Data(contentsOf: folder.appending(path: "expected.csv")).dropFirst(3)
        let other = try Command.python("stages.py", [folder.path])
        #expect(String(decoding: other, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    }

    /// Contests whose marks come from tables have reports too, and can be computed again by everybody.
    @Test(arguments: stages)
    func everyStageIsReportedAndAudited(stage: String) throws {
        let folder = try prepared(stage)
        func run(_ arguments: [String], _ status: Int32 = 0) throws -> String {
            let run = try folder.kaochang(arguments)
            #expect(run.status == status, "\(arguments): \(run.errors)")
            return String(decoding: run.output, as: UTF8.self)
        }
        _ = try run(["rank", "--exam", "stage"])
        _ = try run(["report", "--exam", "stage", "--lang", "en"])
        for name in ["成绩报告.html", "成绩册.xlsx", "公示名单.html", "en/score-report.html", "en/teams.csv"] {
            #expect(!(try folder.temporary.read("stage/reports/\(name)")).isEmpty)
        }
        _ = try run(["audit", "bundle", "--exam", "stage", "--into", "public"])
        for exam in ["stage", "public"] {
            let audit = try run(["audit", "verify", "--exam", exam], 3)
            for check in ["账本", "文件", "排名", "成绩报告"] { #expect(audit.contains("√ \(check)"), "\(audit)") }
            #expect(!audit.contains("×"), "\(audit)")
        }
        _ = try run(["report", "--exam", "stage"])
        let again = try run(["audit", "verify", "--exam", "stage"], 3)
        #expect(!again.contains("×"), "reports in Chinese alone took the place of those in both: \(again)")
    }

    @Test func aTieAtTheCutIsDecidedByJudgesAndRecorded() throws {
        let folder = try prepared("national-promotion")
        func run(_ arguments: String...) throws -> (status: Int32, output: Data, errors: String) {
            try folder.kaochang(arguments + ["--exam", "stage"])
        }
        #expect(try run("rank").status == 0)
        let refused = try run("rank", "adjudicate", "--choose", "四川省队", "--reason", "加赛")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("[UNFIT_ADJUDICATION]"))
        #expect(try run("rank", "adjudicate", "--choose", "湖北省队", "--choose", "广东省队", "--reason", "加赛").status == 1)
        #expect(try run("rank", "adjudicate", "--choose", "湖北省队", "--reason", "加赛一题").status == 0)
        let before = try JSONDecoder().decode(Document.self, from: run("rank", "--json").output)
        #expect(before.flags.contains { $0.code == "TIE_AT_CUT" }, "one signature decides nothing")
        let twice = try run("rank", "approve", "--as", "grading")
        #expect(twice.status == 1 && twice.errors.contains("[ADJUDICATION_APPROVED]"), "\(twice.errors)")
        let decision = try folder.temporary.read("stage/standings/adjudications/1.json")
        try folder.edit("stage/standings/adjudications/1.json", "湖北省队", "广东省队")
        let forged = try run("rank", "approve", "--as", "supervision")
        #expect(forged.status == 1 && forged.errors.contains("[RESULT_CHANGED]"), "\(forged.errors)")
        try folder.temporary.write(decision, as: "stage/standings/adjudications/1.json")
        let decided = try run("rank", "approve", "--as", "supervision", "--json")
        #expect(decided.status == 0, "\(decided.errors)")
        let document = try JSONDecoder().decode(Document.self, from: decided.output)
        #expect(document.teams.filter(\.advances).count == 8)
        #expect(document.teams.first { $0.team == "湖北省队" }?.why.contains("经裁定晋级（加赛一题）") == true)
        #expect(document.teams.first { $0.team == "广东省队" }?.why.contains("经裁定未晋级") == true)
        #expect(!document.flags.contains { $0.code == "TIE_AT_CUT" })
        let ledger = String(decoding: try folder.temporary.read("stage/ledger.jsonl"), as: UTF8.self)
        for role in ["grading", "supervision"] {
            #expect(ledger.contains(#""action":"rank.adjudicate","actor":"\#(role)""#))
        }
        #expect(try run("rank", "ties").status == 0)

        try folder.edit("stage/written.csv", "广东省队,90\r\n", "广东省队,91\r\n")
        let again = try JSONDecoder().decode(Document.self, from: run("rank", "--json").output)
        #expect(again.flags.contains { $0.code == "STALE_ADJUDICATION" }, "a decision holds for the tie that was seen")
        #expect(again.teams.first { $0.team == "广东省队" }?.advances == true)
    }

    @Test func theCompositeTableLaysOutEveryFigure() throws {
        let folder = try prepared("city-team")
        #expect(try folder.kaochang("rank", "--exam", "stage").status == 0)
        #expect(try folder.kaochang("rank", "table", "table.csv", "--exam", "stage").status == 0)
        let text = String(decoding: try folder.temporary.read("table.csv").dropFirst(3), as: UTF8.self)
        let rows = text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(rows.count == 6)
        #expect(rows[0].contains("行风考核（不计入）") && rows[0].contains("片区赛成绩计入"))
        #expect(rows.allSatisfy { $0.count == rows[0].count })
    }

    @Test(arguments: [
        ("written.csv", "成绩", "得分数", "BAD_COMPONENT"), ("written.csv", ",锦江区队,", ",锦江区队,-", "BAD_COMPONENT"),
        ("written.csv", "锦江区队", "青羊区队", "BAD_COMPONENT"),
        ("written.csv", "成绩", "成绩,成绩", "BAD_COMPONENT"),
        ("rules.yaml", "honours: []", "honours: [{ name: 甲, count: 1, excluded-teams: [火星队] }]", "BAD_RULES"),
        ("rules.yaml", "honours: []", "honours: [{ name: advancing, count: 1 }]", "BAD_VALUE"),
        ("rules.yaml", "full: 300", "full: 90", "IMPOSSIBLE_SCORE"),
        ("live.csv", "锦江区队", "没有这个队", "UNKNOWN_TEAM"), ("live.csv", "锦江区队", "青羊区队", "BAD_COMPONENT"),
        ("rules.yaml", "weight: 40%", "weight: 30%", "WRONG_SUM"),
        ("rules.yaml", "live.csv", "../live.csv", "BAD_VALUE"),
        ("rules.yaml", "component: 笔试", "component: 面试", "BAD_VALUE"),
        ("rules.yaml", "counted: 3", "counted: 5", "BAD_VALUE"),
    ])
    func badTablesAndRulesAreRefusedWhole(file: String, old: String, new: String, code: String) throws {
        let folder = try prepared("city-selection")
        try folder.edit("stage/" + file, old, new)
        let before = try folder.contents()
        let run = try folder.kaochang("rank", "--exam", "stage")
        #expect(run.status == 1)
        #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
        #expect(try folder.contents() == before)
    }
}
