import AnswerKey
import ExamModel
import ExamTestSupport
import Foundation
import ItemBank
import Sealing
import Testing

/// A bank made by the first version of the software (`Tests/Fixtures/banks/bank-1.sqlite`) opens and loses nothing.
struct OlderBankTests {
    private func copy() throws -> (TemporaryFolder, URL) {
        let folder = try TemporaryFolder()
        try folder.write(Fixture.data("banks/bank-1.sqlite"), as: "bank.sqlite")
        return (folder, folder["bank.sqlite"])
    }

    private func check(_ bank: ItemBank) throws {
        let entries = try bank.entries()
        #expect(entries.count == 6)
        #expect(entries.allSatisfy { $0.state == .approved })
        let injury = try #require(try bank.entry("Qf387da424407c871"))
        #expect(injury.keyed.item.options.map(\.text) == ["10", "30", "60", "90"])
        #expect(injury.keyed.key.answer == .options(["2"]))
        #expect(injury.keyed.key.rationale == "《工伤保险条例》第十七条。")
        #expect(injury.keyed.item.topic.description == "社会保险/工伤保险")
        #expect(injury.keyed.item.difficulty == .easy)
        #expect(try bank.entry("Q5a8391f1c315fe2a")?.keyed.key.answer == .options(["F"]))
        #expect(try bank.entry("Qc75e5ac5fb25701c")?.keyed.key.answer == .blanks(["一"]))
        let materials = try bank.entry("Q06f9ccd39bcf2897")
        #expect(materials?.keyed.key.answer == .text("工伤认定申请表；与用人单位存在劳动关系的证明材料；医疗诊断证明。"))
        #expect(try bank.search(BankQuery(words: ["工伤"])).total == 3)
        #expect(try bank.history(of: injury).count == 1)
        // As the first version recorded it in ledgers; fill-in items did not say then how many blanks they have.
        #expect(try bank.entry("Qc75e5ac5fb25701c")?.keyed.item.blanks == 1)
        let unchanged = try bank.approvedItems().filter { $0.item.type != .fillIn }
        #expect(
            try ItemBank.digest(of: unchanged).description
                == "3dbea7189bd5c9558bd0f9a2964b6e5564877b110d71bd0ea62d1bb60048ef75")
    }

    @Test func isBroughtUp() throws {
        let (folder, url) = try copy()
        try check(ItemBank(at: url))
        try check(ItemBank(at: url))
        _ = folder
    }

    @Test func isReadWithoutBeingChanged() throws {
        let (folder, url) = try copy()
        let before = try folder.read("bank.sqlite")
        try check(ItemBank(reading: url))
        #expect(try folder.read("bank.sqlite") == before)
    }

    @Test func knowsItsItemsAgain() throws {
        let (folder, url) = try copy()
        let draft = DraftItem(
            type: .singleChoice, stem: "劳动合同期限一年以上不满三年的，试用期不得超过（）。", options: ["一个月", "二个月", "三个月", "六个月"],
            answer: .options([1]), rationale: "《劳动合同法》第十九条。", topic: Topic(text: "劳动关系/劳动合同"),
            difficulty: .fairlyEasy)
        let outcome = try ItemBank(at: url).store([(draft, Place())], .today)
        #expect(outcome.unchanged == 1 && outcome.findings.isEmpty)
        _ = folder
    }

    @Test func aBankOfNewerSoftwareIsRefused() throws {
        let (folder, url) = try copy()
        _ = try ItemBank(at: url)
        let script = """
            import sqlite3, sys
            bank = sqlite3.connect(sys.argv[1])
            bank.execute("INSERT INTO grdb_migrations VALUES ('99 later')")
            bank.commit()
            """
        try Command.run("python3", ["-c", script, url.path], in: folder.url)
        let writing = #expect(throws: Refusal.self) { try ItemBank(at: url) }
        #expect(writing?.has(.bankNewer) == true)
        let reading = #expect(throws: Refusal.self) { try ItemBank(reading: url) }
        #expect(reading?.has(.bankNewer) == true)
    }
}
