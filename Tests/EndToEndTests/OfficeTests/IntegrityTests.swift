import ExamTestSupport
import Foundation
import Testing

/// Results that somebody changed behind the ledger's back, and two people at work at once.
struct IntegrityTests {
    /// A rehearsed exam in `exam/`.
    private func rehearsed() throws -> OfficeFolder {
        let folder = try OfficeFolder()
        let banks = OfficeFolder.root.appending(path: "QuestionBanks/hrss-2020").path
        let source = OfficeFolder.root.appending(path: "Papers/sichuan-2020-qualifier").path
        let run = try folder.kaochang("rehearse", source, "--bank-files", banks, "--into", "exam", "--desk")
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    private func refused(_ folder: OfficeFolder, _ arguments: [String], code: String) throws {
        let before = try folder.contents()
        let run = try folder.kaochang(arguments + ["--exam", "exam"])
        #expect(run.status == 1)
        #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
        #expect(try folder.contents() == before)
    }

    @Test func whatWasChangedBehindTheLedgersBackIsRefused() throws {
        let folder = try rehearsed()
        try refused(folder, ["paper", "seal"], code: "ALREADY_ANSWERED")
        try refused(folder, ["paper", "release", "--start", "now"], code: "ALREADY_ANSWERED")
        try refused(folder, ["keys", "init"], code: "KEYS_EXIST")

        let scores = try folder.temporary.read("exam/scores/scores.json")
        try folder.edit("exam/scores/scores.json", "\"seconds\":", "\"seconds\":1")
        try refused(folder, ["rank"], code: "RESULT_CHANGED")
        try folder.temporary.write(scores, as: "exam/scores/scores.json")
        #expect(try folder.kaochang("rank", "--exam", "exam").status == 0)

        try folder.edit("exam/standings/standings.json", "\"advances\":false", "\"advances\":true")
        try refused(folder, ["report"], code: "RESULT_CHANGED")

        let sheet = try folder.temporary.read("exam/answers/5101200101.kca")
        try FileManager.default.removeItem(at: folder.temporary["exam/answers/5101200101.kca"])
        try refused(folder, ["grade"], code: "ANSWERS_CHANGED")
        try folder.temporary.write(sheet, as: "exam/answers/5101200101.kca")
        try folder.temporary.write(sheet, as: "exam/answers/smuggled.kca")
        try refused(folder, ["grade"], code: "ANSWERS_NOT_COLLECTED")
        try FileManager.default.removeItem(at: folder.temporary["exam/answers/smuggled.kca"])

        var lines = try folder.temporary.read("exam/ledger.jsonl").split(separator: UInt8(ascii: "\n"))
        lines.remove(at: 2)
        try folder.temporary.write(Data(lines.joined(separator: [UInt8(ascii: "\n")])), as: "exam/ledger.jsonl")
        try refused(folder, ["grade"], code: "LEDGER_MISSING")
        try FileManager.default.removeItem(at: folder.temporary["exam/ledger.jsonl"])
        try refused(folder, ["rank"], code: "LEDGER_GONE")
    }

    @Test func aChangedBankIsRefused() throws {
        let folder = try OfficeFolder()
        #expect(try folder.kaochang("keys", "init").status == 0)
        #expect(try folder.kaochang(["bank", "import"] + OfficeFolder.banks).status == 0)
        #expect(try folder.kaochang("paper", "assemble").status == 0)
        #expect(try folder.kaochang("bank", "import", "--bank", "other.sqlite", OfficeFolder.banks[0]).status == 0)
        for name in ["bank.sqlite-wal", "bank.sqlite-shm"] {
            try? FileManager.default.removeItem(at: folder.temporary[name])
        }
        try folder.temporary.write(try folder.temporary.read("other.sqlite"), as: "bank.sqlite")
        let run = try folder.kaochang("paper", "assemble")
        #expect(run.status == 1)
        #expect(run.errors.contains("[RESULT_CHANGED]"))
    }

    @Test func markingAgainNeedsRankingAgain() throws {
        let folder = try rehearsed()
        #expect(try folder.kaochang("answers", "collect", "exam/answers/5101200101.kca", "--exam", "exam").status == 0)
        let copy = try folder.temporary.read("exam/answers/5101200101.kca")
        try folder.temporary.write(copy, as: "again.kca")
        #expect(try folder.kaochang("answers", "collect", "again.kca", "--exam", "exam").status == 0)
        #expect(try folder.kaochang("grade", "--exam", "exam").status == 3, "the second copy is an exception")
        try refused(folder, ["report"], code: "STANDINGS_STALE")
        #expect(try folder.kaochang("rank", "--exam", "exam").status == 0)
        #expect(try folder.kaochang("report", "--exam", "exam").status == 0)
    }

    @Test func twoAtOnceLoseNobody() async throws {
        let folder = try OfficeFolder()
        #expect(try folder.kaochang("keys", "init").status == 0)
        let roster = String(decoding: try folder.temporary.read("roster.csv"), as: UTF8.self).split(separator: "\r\n")
        let halves = [roster[1..<120], roster[120...]]
        for (index, half) in halves.enumerated() {
            let text = ([roster[0]] + half).joined(separator: "\r\n") + "\r\n"
            try folder.temporary.write(Data(text.utf8), as: "half\(index).csv")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in halves.indices {
                group.addTask {
                    let run = try folder.kaochang("roster", "import", "half\(index).csv")
                    #expect(run.status == 3)
                }
            }
            try await group.waitForAll()
        }
        let check = try folder.kaochang("roster", "check")
        #expect(String(decoding: check.output, as: UTF8.self).contains("考生 250 人"))
    }

    @Test(arguments: [
        ["keys", "init"], ["roster", "import", "roster.csv"], ["status"], ["rank"], ["bank", "stats"],
        ["paper", "verify"],
    ])
    func standardOutputIsOneDocument(arguments: [String]) throws {
        let folder = try OfficeFolder()
        let run = try folder.kaochang(arguments + ["--json"])
        _ = try JSONSerialization.jsonObject(with: run.output)
        #expect(run.errors.isEmpty)
    }
}
