import ExamModel
import ExamTestSupport
import Foundation
import TableFile
import Testing

@testable import Reports

struct ScoreBookTests {
    private struct Book: Decodable {
        struct Sheet: Decodable {
            enum Value: Decodable, Equatable {
                case text(String)
                case number(Double)

                init(from decoder: any Decoder) throws {
                    let container = try decoder.singleValueContainer()
                    if let text = try? container.decode(String.self) {
                        self = .text(text)
                    } else {
                        self = .number(try container.decode(Double.self))
                    }
                }
            }

            let name: String
            let cells: [String: Value]
            let frozen: String?
            let filter: String?
            let landscape: Bool
            let paper: String?
            let header: String?
            let footer: String?
        }

        let sheets: [Sheet]
        let names: [String: String]
    }

    private func book(_ data: ReportData) throws -> Book {
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "成绩册.xlsx")
        try ScoreBook.write(data, to: url)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["成绩册.xlsx"])
        return try JSONDecoder().decode(Book.self, from: Command.python("workbook.py", [url.path]))
    }

    @Test func sheetsAreReadyToFilterAndPrint() throws {
        let book = try book(ReportFixture().data)
        #expect(book.sheets.map(\.name) == ["个人", "团队", "称号", "市州", "试题", "选项", "试卷"])
        for (index, sheet) in book.sheets.enumerated() {
            #expect(sheet.frozen == "A2")
            #expect(sheet.filter?.hasPrefix("A1:") == true)
            #expect(sheet.paper == "9")
            #expect(sheet.header?.contains(ReportFixture.exam.title) == true)
            #expect(sheet.footer?.contains("&P") == true)
            #expect(book.names["_xlnm.Print_Titles/\(index)"] == "'\(sheet.name)'!$1:$1")
        }
        #expect(book.sheets.map(\.landscape) == [true, true, true, true, true, true, true])
    }

    @Test func numbersAreNumbersAndTicketsText() throws {
        let cells = try book(SmallExam.data()).sheets[0].cells
        #expect(
            ["A1", "B1", "C1", "G1", "H1", "I1"].map { cells[$0] }
                == ["名次", "准考证号", "姓名", "单项选择题", "多项选择题", "总分"].map { .text($0) })
        #expect(cells["A2"] == .number(1))
        #expect(cells["B2"] == .text("0001"))
        #expect(cells["D3"] == .text("=乙队"))
        #expect(cells["I4"] == .number(7.5))
    }

    @Test func ourOwnReaderReadsItBack() throws {
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "成绩册.xlsx")
        let data = try ReportFixture().data
        try ScoreBook.write(data, to: url)
        let table = try TableFile.read(url)
        #expect(table.sheets.map(\.name) == ["个人", "团队", "称号", "市州", "试题", "选项", "试卷"])
        let people = table.sheets[0].rows.dropFirst()
        #expect(people.map { $0[1] } == data.standings.individuals.map(\.ticket.text))
        #expect(people.map { Mark($0[9]) } == data.standings.individuals.map(\.score))
        #expect(table.sheets[3].rows.count == data.figures.cities.count + 1)
    }

    @Test func theSameResultsMakeTheSameBytes() throws {
        let folder = try TemporaryFolder()
        let data = try ReportFixture(cities: 3).data
        let urls = ["1.xlsx", "2.xlsx"].map { folder.url.appending(path: $0) }
        for url in urls { try ScoreBook.write(data, to: url) }
        #expect(try Data(contentsOf: urls[0]) == Data(contentsOf: urls[1]))
    }

    @Test func aFolderThatIsNotThereIsRefused() throws {
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "nowhere/成绩册.xlsx")
        let refusal = #expect(throws: Refusal.self) { try ScoreBook.write(SmallExam.data(), to: url) }
        #expect(refusal?.has(.workbookFailed) == true)
    }

    @Test func nobodySat() throws {
        let book = try book(SmallExam.data(seats: []))
        #expect(book.sheets[0].cells["A2"] == nil)
        #expect(book.sheets[3].cells["A2"] == .text("成都市"))
    }
}
