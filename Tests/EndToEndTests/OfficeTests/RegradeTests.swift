import ExamTestSupport
import Foundation
import Testing

/// From an appeal to approved new standings, through the real executable.
struct RegradeTests {
    private struct Explanation: Decodable {
        struct Choice: Decodable { let letter: String }
        let item: String
        let marks: Decimal
        let full: Decimal
        let right: [Choice]
    }

    private struct Proposal: Decodable {
        struct Change: Decodable {
            struct Person: Decodable {
                struct Place: Decodable {
                    let rank: Int
                    let score: Decimal
                }
                let ticket: String
                let before: Place
                let after: Place
            }
            let people: [Person]
        }
        struct Correction: Decodable {
            struct Words: Decodable { let chinese: String }
            let words: Words
        }
        let change: Change
        let corrections: [Correction]
    }

    /// A rehearsed exam in `exam/`.
    private func rehearsed() throws -> OfficeFolder {
        let folder = try OfficeFolder()
        let banks = OfficeFolder.root.appending(path: "QuestionBanks/hrss-2020").path
        let run = try folder.kaochang(
            "rehearse", folder.temporary.url.path, "--bank-files", banks, "--into", "exam", "--desk")
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    private func run(_ folder: OfficeFolder, _ arguments: String...) throws -> Data {
        let run = try folder.kaochang(arguments + ["--exam", folder.exam])
        #expect(run.status == 0, "\(arguments): \(run.errors)")
        return run.output
    }

    private func refused(_ folder: OfficeFolder, _ arguments: String..., code: String) throws {
        let run = try folder.kaochang(arguments + ["--exam", folder.exam])
        #expect(run.status == 1)
        #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
    }

    private func write(_ folder: OfficeFolder, item: String, _ change: String) throws -> String {
        let text = "reason: 第3号申诉的裁定\ncorrections:\n  - item: \(item)\n    \(change)\n    reason: 《劳动合同法》第四十六条\n"
        try folder.temporary.write(Data(text.utf8), as: "appeal.yaml")
        return folder.temporary["appeal.yaml"].path
    }

    @Test func fromTheAppealToTheNewStandings() throws {
        let folder = try rehearsed()
        let found = try JSONDecoder().decode(
            [Explanation].self, from: run(folder, "grade", "explain", "5101200101", "--json"))
        #expect(found.count == 100)
        let wrong = try #require(found.first { $0.marks == 0 && !$0.right.isEmpty })
        let before = try folder.exam("scores/scores.json")
        let answers = try folder.exam("answers/5101200101.kca")

        let appeal = try write(folder, item: wrong.item, "void: true")
        let preview = try JSONDecoder().decode(Proposal.self, from: run(folder, "regrade", appeal, "--json"))
        let own = try #require(preview.change.people.first { $0.ticket == "5101200101" })
        #expect(own.after.score == own.before.score + wrong.full)
        #expect(try folder.exam("scores/scores.json") == before, "a dry run changes nothing")
        #expect(preview.corrections[0].words.chinese.hasSuffix("题（\(wrong.item)）：作废，全体给满分"))
        try refused(folder, "regrade", "apply", code: "STAGE_MISSING")

        _ = try run(folder, "regrade", "propose", appeal)
        try refused(folder, "regrade", "apply", code: "REGRADE_NOT_APPROVED")
        _ = try run(folder, "regrade", "approve", "--as", "grading")
        try refused(folder, "regrade", "approve", "--as", "grading", code: "REGRADE_APPROVED")
        try refused(folder, "regrade", "apply", code: "REGRADE_NOT_APPROVED")
        let signed = String(decoding: try run(folder, "regrade", "approve", "--as", "supervision"), as: UTF8.self)
        #expect(signed.contains("更正：第3号申诉的裁定") && signed.contains("成绩变动"), "who signs sees what: \(signed)")
        _ = try run(folder, "regrade", "apply")
        try refused(folder, "regrade", "apply", code: "REGRADE_APPLIED")

        let after = try folder.exam("scores/scores.json")
        #expect(after != before)
        #expect(try folder.versions("scores") == [before], "the old result stays")
        #expect(try folder.exam("answers/5101200101.kca") == answers)
        let standings = try folder.exam("standings/standings.json")
        _ = try run(folder, "report")
        _ = try run(folder, "grade")
        _ = try run(folder, "rank")
        #expect(try folder.exam("scores/scores.json") == after, "what was approved holds for every later marking")
        #expect(try folder.exam("standings/standings.json") == standings)
        let again = try JSONDecoder().decode(
            [Explanation].self, from: run(folder, "grade", "explain", "5101200101", "--item", wrong.item, "--json"))
        #expect(again.map(\.marks) == [wrong.full])
        for page in ["成绩报告.html", "公示名单.html"] {
            let text = String(decoding: try folder.exam("reports/\(page)"), as: UTF8.self)
            #expect(text.contains("第 1 号更正：第3号申诉的裁定") && text.contains("（\(wrong.item)）：作废，全体给满分"))
        }
        try theBankLearns(nothingOf: wrong.item, in: folder)
    }

    /// What everybody earned on a voided item says nothing of it; of the others it does.
    private func theBankLearns(nothingOf item: String, in folder: OfficeFolder) throws {
        let feedback = String(decoding: try run(folder, "bank", "feedback"), as: UTF8.self)
        #expect(feedback.contains("已收入 199 道题"), "\(feedback)")
        let shown = String(decoding: try run(folder, "bank", "show", item), as: UTF8.self)
        #expect(!shown.contains("得分率"), "\(shown)")
    }

    /// Both keys stand in the proposal, in letters and texts of the bank.
    private func sees(_ folder: OfficeFolder, _ appeal: String, from right: String, to letter: String) throws {
        let preview = try JSONDecoder().decode(Proposal.self, from: run(folder, "regrade", appeal, "--json"))
        let words = preview.corrections[0].words.chinese
        #expect(words.contains("标准答案由\(right)（") && words.contains("）改为"), "\(words)")
        #expect(words.contains("\(letter)（"), "\(words)")
    }

    @Test func whatWasApprovedIsWhatIsApplied() throws {
        let folder = try rehearsed()
        let found = try JSONDecoder().decode(
            [Explanation].self, from: run(folder, "grade", "explain", "5101200101", "--json"))
        let item = found[0].item
        try refused(folder, "regrade", try write(folder, item: "Q0", "void: true"), code: "UNFIT_CORRECTION")
        try refused(folder, "regrade", try write(folder, item: item, "key: [A, B]"), code: "UNFIT_CORRECTION")
        try refused(folder, "regrade", try write(folder, item: item, "key: Z"), code: "UNFIT_CORRECTION")
        try refused(folder, "regrade", try write(folder, item: item, "schluessel: A"), code: "UNKNOWN_KEY")

        let letter = try #require(["A", "B"].first { $0 != found[0].right[0].letter })
        let appeal = try write(folder, item: item, "accept: \(letter)")
        try sees(folder, appeal, from: found[0].right[0].letter, to: letter)
        _ = try run(folder, "regrade", "propose", appeal)
        for role in ["grading", "supervision"] { _ = try run(folder, "regrade", "approve", "--as", role) }
        let proposal = try folder.exam("regrade/1.json")
        let changed = String(decoding: proposal, as: UTF8.self).replacing("第3号", with: "第4号")
        try Data(changed.utf8).write(to: URL(filePath: folder.exam + "/regrade/1.json"))
        try refused(folder, "regrade", "apply", code: "RESULT_CHANGED")
        try proposal.write(to: URL(filePath: folder.exam + "/regrade/1.json"))

        let rules = String(decoding: try folder.exam("rules.yaml"), as: UTF8.self)
        try Data(rules.replacing("count: 20", with: "count: 10").utf8).write(
            to: URL(filePath: folder.exam + "/rules.yaml"))
        try refused(folder, "regrade", "apply", code: "REGRADE_STALE")
    }
}

extension OfficeFolder {
    /// The folder that a rehearsal of this one was put into.
    fileprivate var exam: String { temporary["exam"].path }

    fileprivate func exam(_ name: String) throws -> Data {
        try Data(contentsOf: URL(filePath: exam + "/" + name))
    }

    fileprivate func versions(_ folder: String) throws -> [Data] {
        let path = exam + "/" + folder + "/versions"
        return try FileManager.default.contentsOfDirectory(atPath: path).map {
            try Data(contentsOf: URL(filePath: path + "/" + $0))
        }
    }
}
