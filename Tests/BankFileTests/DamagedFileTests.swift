import AnswerKey
import BankFile
import ExamModel
import Foundation
import Testing

struct DamagedFileTests {
    /// Whatever happens to a file, it is read or refused; every item that is read has a place, and every finding too.
    @Test(arguments: [
        "01_standard_utf8_lf.txt", "04_answer_key_at_end.txt", "08_excel_csv_gb18030.csv", "10_csv_defects.csv",
        "12_xlsx_platform_template.xlsx",
    ])
    func survivesDamage(sample: String) throws {
        let original = try Data(contentsOf: Truth.folder.appendingPathComponent(sample))
        for number in 1...60 {
            var generator = SeededGenerator(try #require(Seed(text: String(number, radix: 16))), stream: sample)
            var damaged = original
            for _ in 0..<(1 + generator.below(8)) { damage(&damaged, using: &generator) }
            do {
                let contents = try bank(damaged, name: sample)
                #expect(contents.items.allSatisfy { $0.place.line != nil || $0.place.row != nil }, "seed \(number)")
                #expect(contents.findings.allSatisfy { $0.place.file == sample }, "seed \(number)")
            } catch let refusal as Refusal {
                #expect(!refusal.findings.isEmpty, "seed \(number)")
            }
        }
    }

    /// Lines in any order still never crash the reader, and no item is read from nothing.
    @Test func survivesShuffledLines() throws {
        let text = try String(
            contentsOf: Truth.folder.appendingPathComponent("04_answer_key_at_end.txt"), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for number in 1...60 {
            var generator = SeededGenerator(try #require(Seed(text: String(number, radix: 16))), stream: "shuffled")
            var shuffled = lines
            generator.shuffle(&shuffled)
            guard let contents = try? bank(shuffled.joined(separator: "\n")) else { continue }
            for draft in contents.drafts { #expect(!draft.stem.isEmpty, "seed \(number)") }
        }
    }

    /// Patterns that look like the beginning of everything cost time in proportion to their length.
    @Test(
        arguments: ["A. B. (A) (B) 答案 [", "(单选)", "1. A. A. B. ", "一、判断", "1-9 ", "(", "解析：1. "])
    func readsHostilePatternsInBoundedTime(pattern: String) throws {
        let line = String(repeating: pattern, count: 1000)
        let text =
            "一、单选题\n1. 甲（）\n" + String(repeating: line + "\n", count: 4)
            + String(repeating: pattern + "\n", count: 2000)
        for prefix in ["", "1. 甲。\n参考答案\n"] {
            let contents = try? bank(prefix + text)
            #expect(contents?.items.allSatisfy { $0.draft.options.count <= 26 } ?? true)
        }
    }

    private func damage(_ data: inout Data, using generator: inout SeededGenerator) {
        guard data.count > 1 else { return }
        let position = generator.below(data.count)
        switch generator.below(4) {
        case 0: data[position] = UInt8(generator.below(256))
        case 1: data.remove(at: position)
        case 2: data.insert(contentsOf: data.prefix(position).suffix(generator.below(60)), at: position)
        default: data = Data(data.prefix(max(1, position)))
        }
    }
}
