import AnswerKey
import BankFile
import ExamModel
import Foundation
import TableFile
import Testing
import ZipFile

struct BankTableTests {
    @Test func findsTheHeaderInRowThree() throws {
        let contents = try bank(
            "某某题库,,,,\n说明：请勿改动,,,,\n序号,试 题\n内容（必填）,*A,Ｂ,【正确答案】\n1,甲（）,一,二,B\n".replacing(
                "试 题\n内容", with: "\"试 题\n内容\""), name: "bank.csv")
        #expect(contents.issues == [])
        #expect(contents.answers == [.options([1])])
        #expect(contents.items.first?.place.row == 4)
        #expect(contents.items.first?.place.line == 5)
    }

    @Test func readsUTF16WithTabs() throws {
        let text = "题干\t选项一\t选项二\t答案\t题型\r\n甲,乙（）\t一\t二\tA\t单选题\r\n"
        let data = Data([0xFF, 0xFE]) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for name in ["bank.csv", "bank.txt"] {
            let contents = try bank(data, name: name)
            #expect(contents.encoding == "utf-16le")
            #expect(contents.drafts.map(\.stem) == ["甲,乙（）"])
            #expect(contents.issues == [])
        }
    }

    @Test func readsOptionsInOneCell() throws {
        let contents = try bank(
            """
            题目,选项,正确选项,类型
            甲（）,"A.一
            B.二
            C.三",AC,多选
            乙（）,A、一B、二,A,单选
            丙（）,一|二|三,C,
            丁（）,一；二,B,单选题
            """, name: "bank.csv")
        #expect(contents.issues == [])
        #expect(contents.drafts.map(\.options) == [["一", "二", "三"], ["一", "二"], ["一", "二", "三"], ["一", "二"]])
        #expect(contents.drafts.dropFirst(2).first?.type == .singleChoice)
    }

    @Test func readsSectionsRepeatedHeadersAndMarkersInCells() throws {
        let contents = try bank(
            """
            题干,A,B,答案,依据,解析
            一、多选题,,,,,
            甲（）,A. 一,B. 二,AB,第一条,因为
            题干,A,B,答案,依据,解析
            二、判断题,,,,,
            乙。,,,对,,
            丙。（√）,,,,,
            """, name: "bank.csv")
        #expect(contents.issues == [])
        #expect(contents.drafts.map(\.type) == [.multipleChoice, .trueFalse, .trueFalse])
        #expect(contents.drafts.dropFirst(0).first?.options == ["一", "二"])
        #expect(contents.drafts.dropFirst(0).first?.rationale == "第一条\n因为")
    }

    @Test func refusesRowsThatAreShiftedOrCut() throws {
        let contents = try bank("题干,选项A,选项B,答案\n甲,乙（）,一,二,A\n丙（）,一,二\n丁（）,一,二,A,\n", name: "bank.csv")
        #expect(contents.issues == ["EXTRA_CELLS 2", "TRUNCATED_ROW 3"])
        #expect(contents.items.count == 1)
    }

    @Test func refusesHeadersThatLeaveAChoice() {
        #expect { try bank("题干,答案,正确答案\n甲,A,B", name: "bank.csv") } throws: {
            ($0 as? Refusal)?.has(.duplicateColumn) == true
        }
        #expect { try bank("姓名,单位\n甲,乙", name: "bank.csv") } throws: {
            ($0 as? Refusal)?.has(.noBankHeader) == true
        }
    }

    @Test func findsWhatStandsTwiceAmongMany() throws {
        var rows = (1...1500).map { "第\($0)问（）,甲\($0),乙,A" }
        rows += [rows[0], rows[899].replacing(/A$/, with: "B"), rows[1499]]
        let contents = try bank((["题干,选项A,选项B,答案"] + rows).joined(separator: "\n"), name: "bank.csv")
        #expect(contents.items.count == 1500)
        #expect(
            contents.issues == ["DUPLICATE_QUESTION 1502", "CONFLICTING_DUPLICATE 1503", "DUPLICATE_QUESTION 1504"])
        #expect(contents.findings[1].message.chinese.contains("第 901 行"))
    }

    @Test func refusesFormulasAndSkipsOtherSheets() throws {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func sheet(_ rows: [[String]]) -> String {
            let cells = rows.map { row in "<row>" + row.map { "<c t=\"str\">\($0)</c>" }.joined() + "</row>" }
            return "<worksheet xmlns=\"\(main)\"><sheetData>\(cells.joined())</sheetData></worksheet>"
        }
        let bankRows = [
            ["<v>序号</v>", "<v>题干</v>", "<v>A</v>", "<v>B</v>", "<v>答案</v>"],
            ["<f>ROW()</f><v>1</v>", "<v>甲（）</v>", "<v>一</v>", "<v>二</v>", "<v>A</v>"],
            ["<v>2</v>", "<v>乙（）</v>", "<v>一</v>", "<v>二</v>", "<f>UPPER(\"b\")</f><v>B</v>"],
        ]
        let ids = ["题库", "版本号", "名单"].enumerated().map { "<sheet name=\"\($1)\" sheetId=\"\($0)\" r:id=\"r\($0)\"/>" }
        let links = (0..<3).map { "<Relationship Id=\"r\($0)\" Type=\"\(types)/worksheet\" Target=\"\($0).xml\"/>" }
        let parts = [
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"\(types)/officeDocument\" Target=\"w.xml\"/></Relationships>"
            ),
            ("w.xml", "<workbook xmlns:r=\"\(types)\"><sheets>\(ids.joined())</sheets></workbook>"),
            ("_rels/w.xml.rels", "<Relationships>\(links.joined())</Relationships>"), ("0.xml", sheet(bankRows)),
            ("1.xml", sheet([["<v>1.0</v>"]])), ("2.xml", sheet([["<v>甲</v>", "<v>乙</v>", "<v>丙</v>", "<v>丁</v>"]])),
        ]
        let data = try ZipArchive.data(of: parts.map { (name: $0.0, data: Data($0.1.utf8)) })
        let contents = try bank(data, name: "bank.xlsx")
        #expect(contents.answers == [.options([0])])
        #expect(contents.issues == ["FORMULA_CELL 3", "SHEET_SKIPPED 1"])
        #expect(contents.findings.map(\.place.sheet) == ["题库", "名单"])
    }
}
