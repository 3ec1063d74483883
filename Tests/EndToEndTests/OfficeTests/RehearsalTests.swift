import ExamTestSupport
import Foundation
import Testing

/// A whole exam through the real executable.
struct RehearsalTests {
    private func rehearse(_ folder: OfficeFolder, into name: String) throws -> StandingsDocument {
        let source = OfficeFolder.root.appending(path: "Papers/sichuan-2020-qualifier").path
        let banks = OfficeFolder.root.appending(path: "QuestionBanks/hrss-2020").path
        let run = try folder.kaochang(
            "rehearse", source, "--bank-files", banks, "--into", name, "--seed", "beef", "--json", "--desk")
        #expect(run.status == 0, "\(run.errors)")
        return try StandingsDocument(json: run.output)
    }

    @Test func aWholeExamEndsInStandingsThatOthersComputeAlike() throws {
        let folder = try OfficeFolder()
        let standings = try rehearse(folder, into: "first")
        #expect(standings.individuals.count == 252)
        #expect(standings.teams.count == 63)
        #expect(standings.teams.filter(\.advances).count == 10)
        #expect(standings.flags.contains { $0.code == "TIE_AT_CUT" }, "two were to tie at a cut")
        for file in [
            "paper/paper.kcp", "paper/paper.kcr", "answers/5101200101.kca", "scores/scores.json",
            "standings/standings.json",
            "ledger.jsonl", "reports/个人成绩.csv", "reports/成绩册.xlsx", "reports/成绩报告.html",
        ] {
            #expect(FileManager.default.fileExists(atPath: folder.temporary["first/" + file].path), "\(file)")
        }

        let ranked = try folder.kaochang("rank", "--json", "--exam", "first")
        #expect(ranked.status == 0)
        let independent = try StandingsDocument(json: try rankedByPython(folder, "first"))
        let ours = try StandingsDocument(json: ranked.output)
        #expect(ours.teams == independent.teams)
        #expect(ours.individuals == independent.individuals)

        #expect(try rehearse(folder, into: "second") == standings, "the same seed repeats the same exam")
    }

    /// Eight candidates, of whom one comes back to a machine that died and one goes on at another.
    @Test func theSiteServerGivesTheSameScoresAsDesks() throws {
        let folder = try OfficeFolder()
        let source = Fixture.url("small-exam").path
        let rehearse = ["rehearse", source, "--bank-files", source + "/banks", "--seed", "beef", "--lang", "en"]
        let desk = try folder.kaochang(rehearse + ["--into", "desk", "--desk"])
        #expect(desk.status == 0, "\(desk.errors)")
        let site = try folder.kaochang(rehearse + ["--into", "site"])
        #expect(site.status == 0, "\(site.errors)")
        let said = String(decoding: site.output, as: UTF8.self)
        #expect(said.contains("1 cut off and resumed, 1 moved to another machine, 1 early"), "\(said)")

        let audit = try folder.kaochang("audit", "verify", "--exam", "site")
        #expect(audit.status == 0, "\(audit.errors)")

        let scores = try ["desk", "site"].map { name in
            let graded = try JSONSerialization.jsonObject(with: folder.temporary.read("\(name)/scores/scores.json"))
            return try #require((graded as? [String: Any])?["scores"] as? NSArray)
        }
        #expect(scores[0].count == 8)
        #expect(scores[0] == scores[1])
        let standings = try ["desk", "site"].map { name in
            try StandingsDocument(json: folder.kaochang("rank", "--json", "--exam", name).output)
        }
        #expect(standings[0] == standings[1])

        #expect(FileManager.default.fileExists(atPath: folder.temporary["site/answers/answers.kca"].path))
        let times = try folder.kaochang("item-times", "site/site/export/journals", "--exam", "site")
        #expect(times.status == 0, "\(times.errors)")
    }

    /// The independent computation: scores, roster and the rules as rules.yaml states them.
    private func rankedByPython(_ folder: OfficeFolder, _ name: String) throws -> Data {
        let rules = """
            {"teamSize": 4, "counted": 3, "advancing": 10,
             "tieBreaks": [{"section": {"_0": "多项选择题"}}, {"section": {"_0": "单项选择题"}}],
             "honours": [{"name": "知识通", "count": 12, "excludesAdvancing": false,
                          "crossCheck": {"share": "5%", "base": "present", "rounding": "down"}},
                         {"name": "挑战团", "count": 20, "excludesAdvancing": true}]}
            """
        let graded = try JSONSerialization.jsonObject(with: folder.temporary.read("\(name)/scores/scores.json"))
        let document: [String: Any] = [
            "rules": try JSONSerialization.jsonObject(with: Data(rules.utf8)),
            "roster": try JSONSerialization.jsonObject(with: folder.temporary.read("\(name)/registration/roster.json")),
            "scores": try #require((graded as? [String: Any])?["scores"]),
        ]
        return try Command.python("rank.py", input: JSONSerialization.data(withJSONObject: document))
    }
}
