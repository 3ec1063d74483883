import ExamTestSupport
import Foundation
import Testing

/// `kaochang analyse` on files as people have them, without an exam folder.
struct AnalyseTests {
    private struct Document: Decodable {
        struct Total: Decodable, Equatable {
            let total: Double
            let sheets: Int
            let rank: Int
        }
        struct Analysis: Decodable {
            struct Item: Decodable {
                let number: Int
                let facility: Double
                let flags: [String]
            }
            let sheets: Int
            let mean: Double
            let items: [Item]
        }
        let analysis: Analysis
        let distribution: [Total]
    }

    private static let key = """
        form: A
        sections:
          - { title: 单项选择题, type: single-choice, options: 4, marks: 1, scoring: { rule: exact }, keys: A C }
          - title: 多项选择题
            type: multiple-choice
            options: 4
            marks: 2
            scoring: { rule: per-option, each: 0.5 }
            keys: [ABD]
          - { title: 判断题, type: true-false, marks: 1, scoring: { rule: deduction, penalty: 1 }, keys: T }
        """
    private static let sheets = "准考证号,1,2,3,4\r\n01,A,C,ABD,T\r\n02,A,B,AB,F\r\n03,A,C,AC,\r\n04,B,C,A,T\r\n"

    private func folder() throws -> OfficeFolder {
        let folder = try OfficeFolder()
        try folder.temporary.write(Data(Self.key.utf8), as: "key.yaml")
        try folder.temporary.write(Data(Self.sheets.utf8), as: "sheets.csv")
        return folder
    }

    @Test func tableAndPackedGiveTheSame() throws {
        let folder = try folder()
        let run = try folder.kaochang(
            "analyse", "sheets.csv", "--key", "key.yaml", "--json", "--ranking", "ranking.csv", "--pack", "sheets.kps")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let document = try JSONDecoder().decode(Document.self, from: run.output)
        // 01: 1+1+2+1; 02: 1+0+1 and a wrong judgement under the floor of its section; 03: 1+1; 04: 1+0.5+1.
        #expect(
            document.distribution == [
                .init(total: 5, sheets: 1, rank: 1), .init(total: 2.5, sheets: 1, rank: 2),
                .init(total: 2, sheets: 2, rank: 3),
            ])
        #expect(document.analysis.sheets == 4 && document.analysis.mean == 2.875)
        #expect(document.analysis.items.map(\.facility) == [0.75, 0.75, 0.4375, 0.25])
        let ranking = String(decoding: try folder.temporary.read("ranking.csv"), as: UTF8.self)
        #expect(ranking == "\u{FEFF}名次,准考证号,总分\r\n1,01,5\r\n2,04,2.5\r\n3,02,2\r\n3,03,2\r\n")
        let packed = try folder.kaochang("analyse", "sheets.kps", "--key", "key.yaml", "--json")
        #expect(packed.output == run.output)
    }

    @Test func whatDoesNotFitIsRefusedWithItsPlace() throws {
        let folder = try folder()
        try folder.edit("sheets.csv", "02,A,B,AB,F", "02,A,E,AB,F")
        let row = try folder.kaochang("analyse", "sheets.csv", "--key", "key.yaml", "--ranking", "ranking.csv")
        #expect(
            row.status == 1 && row.errors.contains("第 3 行") && row.errors.contains("BAD_SHEET_TABLE"), "\(row.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.temporary["ranking.csv"].path))
        try folder.edit("key.yaml", "keys: A C", "keys: A C B")
        let other = try folder.kaochang("analyse", "sheets.csv", "--key", "key.yaml")
        #expect(other.status == 1 && other.errors.contains("WRONG_KEY"), "\(other.errors)")
        try folder.edit("key.yaml", "keys: A C B", "keys: A F")
        let letter = try folder.kaochang("analyse", "sheets.csv", "--key", "key.yaml")
        #expect(letter.status == 1 && letter.errors.contains("key.yaml 第 3 行"), "\(letter.errors)")
        let none = try folder.kaochang("analyse", "none.csv", "--key", "key.yaml")
        #expect(none.status == 1)
    }
}
