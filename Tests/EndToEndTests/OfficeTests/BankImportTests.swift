import ExamTestSupport
import Foundation
import Testing

/// `bank import --dry-run --json` on real layouts: one document, the counts of the truth beside the sample.
struct BankImportTests {
    private struct Report: Decodable {
        struct Item: Decodable {}
        struct Issue: Decodable {
            let severity: String
            let code: String
            let row: Int?
        }
        let file: String
        let encoding: String
        let format: String
        let imported: Int
        let items: [Item]
        let issues: [Issue]
    }

    @Test(arguments: [
        ("01_standard_utf8_lf.txt", "txt", "utf-8", 14, Int32(0)),
        ("05_ministry_bank_style.txt", "txt", "utf-8", 14, 0),
        ("08_excel_csv_gb18030.csv", "csv", "gb18030", 10, 0), ("10_csv_defects.csv", "csv", "utf-8", 6, 3),
        ("12_xlsx_platform_template.xlsx", "xlsx", "utf-8", 11, 0),
    ])
    func readsTheSample(name: String, format: String, encoding: String, items: Int, status: Int32) throws {
        let folder = try OfficeFolder()
        let before = try folder.contents()
        let sample = OfficeFolder.root.appending(path: "Tests/Fixtures/bank-samples/\(name)").path
        let run = try folder.kaochang("bank", "import", "--dry-run", "--json", sample)
        #expect(run.status == status)
        #expect(run.errors.isEmpty)
        let report = try JSONDecoder().decode(Report.self, from: run.output)
        #expect(report.file == name)
        #expect(report.format == format)
        #expect(report.encoding == encoding)
        #expect(report.imported == items && report.items.count == items)
        #expect(try folder.contents() == before)
        #expect(!FileManager.default.fileExists(atPath: folder.temporary["bank.sqlite"].path))
    }
}
