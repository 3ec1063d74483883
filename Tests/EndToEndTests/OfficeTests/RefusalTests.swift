import ExamTestSupport
import Foundation
import Testing

/// Bad input through the real executable: the exit code, the place, the words, and that nothing has changed.
struct RefusalTests {
    /// Runs a command that must fail with 1 and change nothing.
    private func refused(_ folder: OfficeFolder, _ arguments: String..., words: String...) throws {
        let before = try folder.contents()
        let run = try folder.kaochang(arguments)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        for word in words { #expect(run.errors.contains(word), "“\(word)” in: \(run.errors)") }
        #expect(try folder.contents() == before)
    }

    @Test func aDayThatDoesNotExist() throws {
        let folder = try OfficeFolder()
        try folder.edit("exam.yaml", "2020-06-20", "2020-04-31")
        try refused(folder, "keys", "init", words: "exam.yaml 第 6 行", "4月只有 30 天")
    }

    @Test func anUnknownKey() throws {
        let folder = try OfficeFolder()
        try folder.edit("exam.yaml", "latest-start", "lastest-start")
        try refused(folder, "keys", "init", words: "exam.yaml 第 8 行", "是不是要写“latest-start”")
    }

    @Test func sharesThatDoNotAddUp() throws {
        let folder = try OfficeFolder()
        _ = try folder.kaochang("keys", "init")
        try folder.edit("blueprint.yaml", "社会保险: 28%", "社会保险: 25%")
        try refused(folder, "paper", "assemble", words: "blueprint.yaml 第 20 行", "合计 97%，应为 100%，请补上 3%")
    }

    @Test func moreItemsThanTheBankHas() throws {
        let folder = try OfficeFolder()
        _ = try folder.kaochang("keys", "init")
        let bank = OfficeFolder.root.appending(path: "QuestionBanks/hrss-2020/labour-relations.txt").path
        #expect(try folder.kaochang("bank", "import", bank).status == 0)
        try refused(
            folder, "paper", "assemble", words: "blueprint.yaml 第 5 行", "“单项选择题”·社会保险：2 套试卷共要", "可用的只有 0 题")
    }

    @Test func barredPeopleAreStoppedAndTheOthersTaken() throws {
        let folder = try OfficeFolder()
        _ = try folder.kaochang("keys", "init")
        let run = try folder.kaochang("roster", "import", "roster.csv")
        #expect(run.status == 3)
        #expect(run.errors.contains("攀二乙") && run.errors.contains("眉三丙"))
        #expect(String(decoding: run.output, as: UTF8.self).contains("现有考生 250 人"))
    }

    @Test func aStageOutOfTurnNamesTheCommand() throws {
        let folder = try OfficeFolder()
        _ = try folder.kaochang("keys", "init")
        try refused(folder, "grade", words: "kaochang paper seal")
        try refused(folder, "rank", words: "kaochang grade")
    }

    @Test func keysAreNotMadeTwice() throws {
        let folder = try OfficeFolder()
        #expect(try folder.kaochang("keys", "init").status == 0)
        try refused(folder, "keys", "init", words: "密钥已经建立")
    }

    @Test func wrongUsageIsSixtyFour() throws {
        let folder = try OfficeFolder()
        #expect(try folder.kaochang("paper", "burn").status == 64)
        #expect(try folder.kaochang("rank", "--lang", "fr").status == 64)
    }
}

extension RefusalTests {
    @Test func nothingIsWrittenWithoutKeys() throws {
        let folder = try OfficeFolder()
        try refused(folder, "roster", "import", "roster.csv", words: "kaochang keys init")
        try refused(folder, "bank", "import", OfficeFolder.banks[0], words: "kaochang keys init")
    }

    @Test func aNewExamFolderCanBeUsedAtOnce() throws {
        let folder = try OfficeFolder()
        #expect(try folder.kaochang("init", "new").status == 0)
        #expect(try folder.kaochang("init", "new").status == 1)
        #expect(try folder.kaochang("keys", "init", "--exam", "new").status == 0)
        #expect(
            try folder.kaochang("bank", "import", "--exam", "new", OfficeFolder.banks[0], OfficeFolder.banks[1]).status
                == 0)
        let assembled = try folder.kaochang("paper", "assemble", "--exam", "new")
        #expect(assembled.status == 0, "\(assembled.errors)")
    }
}
