import AnswerKey
import ExamModel
import ExamTestSupport
import Foundation
import ItemBank
import Testing

struct ItemBankTests {
    private func draft(
        _ stem: String, answer: Int = 0, options: [String] = ["甲", "乙", "丙", "丁"]
    ) -> (draft: DraftItem, place: Place) {
        let draft = DraftItem(
            type: .singleChoice, stem: stem, options: options, answer: .options([answer]), rationale: "《某法》第一条。",
            topic: Topic(text: "社会保险/工伤保险"), difficulty: .fairlyHard)
        return (draft, Place(file: "bank.txt", line: 3))
    }

    @Test func givesBackWhatWasStored() throws {
        let folder = try TemporaryFolder()
        let outcome = try ItemBank(at: folder["bank.sqlite"]).store(
            [draft("其一（）。"), draft("其二（）。", answer: 3)], .today)
        #expect(outcome.added.count == 2)
        let items = try ItemBank(at: folder["bank.sqlite"]).items()
        let second = try #require(items.first { $0.item.stem == "其二（）。" })
        #expect(second.key.answer == .options(["4"]))
        #expect(second.item.options.map(\.text) == ["甲", "乙", "丙", "丁"])
        #expect(second.item.topic.domain == "社会保险")
        #expect(second.item.difficulty == .fairlyHard)
        #expect(second.key.rationale == "《某法》第一条。")
        #expect(outcome.ids.compactMap(\.self).sorted() == items.map(\.item.id))
    }

    @Test func theSameFileTwiceChangesNothing() throws {
        let folder = try TemporaryFolder()
        let bank = try ItemBank(at: folder["bank.sqlite"])
        _ = try bank.store([draft("其一（）。")], .today)
        let digest = try ItemBank.digest(of: try bank.items())
        let outcome = try bank.store([draft("其一（）。"), draft("其一 (）。")], .today)
        #expect(outcome.added.count == 0)
        #expect(outcome.unchanged == 2)
        #expect(try ItemBank.digest(of: try bank.items()) == digest)
    }

    @Test func anotherKeyIsAConflictAndReplacesNothing() throws {
        let folder = try TemporaryFolder()
        let bank = try ItemBank(at: folder["bank.sqlite"])
        _ = try bank.store([draft("其一（）。")], .today)
        let outcome = try bank.store([draft("其一（）。", answer: 1), draft("其二（）。")], .today)
        #expect(outcome.findings.map(\.code) == [.conflictsWithBank])
        #expect(outcome.findings.first?.place.line == 3)
        #expect(outcome.added.count == 1)
        #expect(try bank.items().first { $0.item.stem == "其一（）。" }?.key.answer == .options(["1"]))
    }

    @Test func otherDifferencesAreReportedAndLeft() throws {
        let folder = try TemporaryFolder()
        let bank = try ItemBank(at: folder["bank.sqlite"])
        _ = try bank.store([draft("其一（）。")], .today)
        let changed = DraftItem(
            type: .singleChoice, stem: "其一（）。", options: ["甲", "乙", "丙", "丁"], answer: .options([0]),
            topic: Topic(text: "社会保险/失业保险"))
        let outcome = try bank.store([(changed, Place())], .today)
        #expect(outcome.findings.map(\.code) == [.differsFromBank])
        #expect(outcome.unchanged == 1)
        #expect(try bank.items().first?.item.topic.description == "社会保险/工伤保险")
    }

    @Test func aDryRunForeseesAndChangesNothing() throws {
        let folder = try TemporaryFolder()
        let bank = try ItemBank(at: folder["bank.sqlite"])
        _ = try bank.store([draft("其一（）。")], .today)
        let drafts = [draft("其一（）。", answer: 2), draft("其二（）。")]
        let foreseen = try bank.store(drafts, .trial)
        #expect(try bank.items().count == 1)
        #expect(try bank.store(drafts, .today) == foreseen)
    }

    @Test func theOrderOfImportDoesNotMatter() throws {
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        let drafts = (0..<50).map { draft("第\($0)题（）。") }
        _ = try ItemBank(at: first["bank.sqlite"]).store(drafts, .today)
        _ = try ItemBank(at: second["bank.sqlite"]).store(drafts.reversed(), .today)
        #expect(
            try ItemBank.digest(of: ItemBank(at: first["bank.sqlite"]).items())
                == ItemBank.digest(of: ItemBank(at: second["bank.sqlite"]).items()))
    }

    @Test func twoWritersAtOnceLoseNothing() async throws {
        let folder = try TemporaryFolder()
        let url = folder["bank.sqlite"]
        _ = try ItemBank(at: url)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                let drafts = (0..<25).map { draft("写者\(writer)第\($0)题（）。") }
                group.addTask { for draft in drafts { _ = try ItemBank(at: url).store([draft], .today) } }
            }
            try await group.waitForAll()
        }
        #expect(try ItemBank(at: url).items().count == 100)
    }

    @Test func aFileThatIsNoBankIsRefused() throws {
        let folder = try TemporaryFolder()
        try folder.write(Data(repeating: 7, count: 5000), as: "bank.sqlite")
        let refusal = #expect(throws: Refusal.self) { try ItemBank(at: folder["bank.sqlite"]) }
        #expect(refusal?.has(.bankUnusable) == true)
    }
}
