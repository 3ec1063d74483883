import AnswerKey
import BankFile
import ExamModel
import Foundation
import Testing

/// What is exported and imported again is the same bank.
struct ExportTests {
    @Test(arguments: BankExport.Format.allCases)
    func comesBackTheSame(format: BankExport.Format) throws {
        for number in 1...25 {
            var generator = SeededGenerator(
                try #require(Seed(text: String(number, radix: 16))), stream: format.rawValue)
            let items = RandomBank.items(30, using: &generator)
            let data = try BankExport.data(items, as: format)
            let contents = try bank(data, name: "export." + format.fileExtension)
            #expect(Set(contents.drafts) == Set(items), "seed \(number)")
            #expect(contents.drafts.count == items.count, "seed \(number)")
            #expect(contents.findings.filter { $0.severity == .error } == [], "seed \(number)")
            #expect(try BankExport.data(items, as: format) == data, "seed \(number)")
        }
    }

    /// Texts full of what the formats themselves are written with.
    @Test(arguments: [BankExport.Format.xlsx, .gift, .moodleXML, .qti])
    func comesBackTheSameWhateverTheTextsSay(format: BankExport.Format) throws {
        for number in 1...25 {
            var generator = SeededGenerator(
                try #require(Seed(text: String(number, radix: 16))), stream: format.rawValue)
            let items = RandomBank.items(20, fragments: RandomBank.hostile, using: &generator)
            let contents = try bank(BankExport.data(items, as: format), name: "export." + format.fileExtension)
            #expect(Set(contents.drafts) == Set(items), "seed \(number)")
        }
    }

    @Test func refusesWhatTheTextLayoutCannotHold() throws {
        let item = DraftItem(
            type: .singleChoice, stem: "甲\n答案：B\n2、乙", options: ["一", "二"], answer: .options([0]))
        #expect {
            try BankExport.data([item], as: .txt)
        } throws: {
            ($0 as? Refusal)?.findings.map(\.code) == [.notExportable]
        }
    }
}
