import AnswerKey
import BankFile
import ExamModel
import Foundation
import TableFile
import Testing

struct SampleTests {
    @Test(arguments: [
        "01_standard_utf8_lf.txt", "04_answer_key_at_end.txt", "05_ministry_bank_style.txt", "08_excel_csv_gb18030.csv",
        "10_csv_defects.csv", "12_xlsx_platform_template.xlsx", "17_docx_paragraphs.docx",
    ])
    func readsExactlyWhatIsThere(sample: String) throws {
        let truth = try Truth.read(sample)
        let contents = try BankFile.read(Truth.folder.appendingPathComponent(sample))
        #expect(contents.items.map { ComparedItem($0.draft) } == truth.questions.map { ComparedItem($0) })
        #expect(
            contents.items.map { ComparedItem.folded($0.draft.rationale) }
                == truth.questions.map { ComparedItem.folded($0.explanation ?? "") })
        for rejection in truth.rejections {
            let codes = [rejection.code] + (rejection.alsoAccept ?? [])
            #expect(
                contents.findings.contains { $0.place.row == rejection.row && codes.contains($0.code.rawValue) },
                "row \(rejection.row ?? 0) \(rejection.code)")
        }
        #expect(contents.findings.count == truth.rejections.count)
    }

    @Test func knowsEncodingsAndFormats() throws {
        let gb18030 = try BankFile.read(Truth.folder.appendingPathComponent("08_excel_csv_gb18030.csv"))
        #expect(gb18030.encoding == "gb18030")
        #expect(gb18030.format == "csv")
        #expect(gb18030.items.last?.draft.difficulty == .easy)
        #expect(gb18030.items.last?.place.line == 12)
        let workbook = try BankFile.read(Truth.folder.appendingPathComponent("12_xlsx_platform_template.xlsx"))
        #expect(workbook.format == "xlsx")
        #expect(workbook.items.first?.place.row == 3)
        #expect(workbook.items.first?.draft.topic.path == ["劳动关系", "基础"])
    }

    @Test func refusesOldWordFilesWithTheWayOut() {
        let old = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 600)
        #expect {
            try bank(old, name: "题库.doc")
        } throws: {
            let finding = ($0 as? Refusal)?.findings.first
            return finding?.code == .unsupportedFormat && finding?.message.chinese.contains("另存为") == true
        }
    }
}
