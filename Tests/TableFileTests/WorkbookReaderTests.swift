import ExamModel
import Foundation
import TableFile
import XMLFile
import Testing
import ZipFile

struct WorkbookReaderTests {
    @Test func readsEveryKindOfCell() throws {
        var workbook = WorkbookFixture()
        workbook.strings = """
            <si><t>甲</t></si><si><r><t>劳动</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 合同</t></r>\
            <rPh sb="0" eb="2"><t>ろうどう</t></rPh></si><si><t>a_x000D_b_x005F_</t></si>
            """
        workbook.sheet = """
            <sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c t="s"><v>2</v></c>\
            <c t="inlineStr"><is><t>内</t></is></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c>\
            <c t="str"><f>A1</f><v>结果</v></c><c><f t="shared" si="0"/><v>3</v></c><c><v>20</v></c><c s="0"/></row></sheetData>
            """
        let row = try #require(workbook.table().sheets.first?.rows.first)
        #expect(row.number == 2)
        #expect(row.line == nil)
        #expect(
            row.cells.map(\.text) == [
                "甲", "", "劳动 合同", "a\rb_", "内", "TRUE", "FALSE", "#REF!", "结果", "3", "20", "",
            ])
        #expect(row.cells.indices.filter { row.cells[$0].isFormula } == [8, 9])
    }

    @Test func readsCharactersWrittenAsNumbers() throws {
        var workbook = WorkbookFixture()
        workbook.sheet =
            "<sheetData><row hidden=\"1\"><c t=\"str\"><v>&#21171;&#x52A8;&#x1f004;&amp;&#65;</v></c></row></sheetData>"
        let row = try #require(workbook.table().sheets.first?.rows.first)
        #expect(row[0] == "劳动🀄&A")
        #expect(row.isHidden)
    }

    @Test(arguments: ["&#;", "&#x;", "&#0;", "&#xD800;", "&#12a;", "&#x110000;", "&#9999999;", "&#65", "&#-1;"])
    func refusesNumbersThatAreNoCharacters(reference: String) {
        var workbook = WorkbookFixture()
        workbook.sheet = "<sheetData><row><c t=\"str\"><v>\(reference)</v></c></row></sheetData>"
        #expect(throws: Refusal.self) { try workbook.table() }
    }

    @Test func leavesOutBlankRowsAndHiddenSheets() throws {
        var workbook = WorkbookFixture()
        workbook.sheets = """
            <sheet name="一" sheetId="1" r:id="rId1"/><sheet name="二" sheetId="2" state="veryHidden" r:id="rId2"/>
            """
        workbook.sheet = """
            <sheetData><row r="1"><c t="inlineStr"><is><t>头</t></is></c></row><row r="2"><c s="0"/></row><row/>\
            <row><c><v>1</v></c></row></sheetData>
            """
        let table = try workbook.table()
        #expect(table.sheets.map(\.name) == ["一"])
        #expect(table.sheets[0].rows.map(\.number) == [1, 4])
    }

    @Test func fillsMergedCellsDownwards() throws {
        var workbook = WorkbookFixture()
        let rows = (1...4).map { row in
            "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"str\"><v>\(row == 1 ? "单选题" : "")</v></c><c><v>\(row)</v></c></row>"
        }
        workbook.sheet =
            "<sheetData>\(rows.joined())</sheetData><mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"A1:C1\"/></mergeCells>"
        #expect(try workbook.table().sheets[0].rows.map { $0[0] } == ["单选题", "单选题", "单选题", ""])
    }

    @Test func countsDatesFrom1904() throws {
        var workbook = WorkbookFixture()
        workbook.workbookProperties = "<workbookPr date1904=\"1\"/>"
        workbook.styles = "<xf numFmtId=\"31\"/>"
        workbook.sheet = "<sheetData><row><c s=\"1\"><v>39017</v></c></row></sheetData>"
        #expect(try workbook.table().sheets[0].rows[0][0] == "2010年10月28日")
    }

    @Test func refusesAMissingSharedString() {
        var workbook = WorkbookFixture()
        workbook.strings = "<si><t>甲</t></si>"
        workbook.sheet = "<sheetData><row r=\"7\"><c t=\"s\"><v>1</v></c></row></sheetData>"
        #expect { try workbook.table() } throws: {
            ($0 as? Refusal)?.findings.first?.code == .sharedStringMissing
                && ($0 as? Refusal)?.findings.first?.place.row == 7
        }
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet><sheetData>&b;</sheetData></worksheet>",
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>",
    ])
    func refusesEntities(sheet: String) {
        var workbook = WorkbookFixture()
        workbook.parts["xl/worksheets/sheet1.xml"] = sheet
        #expect { try workbook.table() } throws: { ($0 as? Refusal)?.has(.xmlEntityRefused) == true }
    }

    @Test(arguments: [
        "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"1048577\"/>", "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
        "<row r=\"1\"><c r=\"XFE1\"/></row>", "<row r=\"1\"><c r=\"??\"/></row>", "<row r=\"1\">", "<row r=\"1\"></c>",
    ])
    func refusesBrokenSheets(rows: String) {
        var workbook = WorkbookFixture()
        workbook.sheet = "<sheetData>\(rows)</sheetData>"
        #expect { try workbook.table() } throws: { ($0 as? Refusal)?.has(.workbookDamaged) == true }
    }

    @Test func refusesTooManyCells() {
        var workbook = WorkbookFixture()
        let rows = (1...200).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }
        workbook.sheet = "<sheetData>\(rows.joined())</sheetData>"
        #expect { try workbook.table() } throws: { ($0 as? Refusal)?.has(.tableTooLarge) == true }
    }

    @Test func refusesEveryTruncation() throws {
        let data = try WorkbookFixture(sheet: "<sheetData/>").data()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appendingPathComponent("bank.xlsx")
        for length in stride(from: 0, to: data.count, by: 37) {
            try data.prefix(length).write(to: url)
            #expect("\(length) bytes") { try TableFile.read(url) } throws: {
                ($0 as? Refusal)?.has(.archiveDamaged) == true
            }
        }
    }

    @Test func refusesAZipThatIsNoWorkbook() {
        var document = WorkbookFixture()
        document.parts["_rels/.rels"] = "<Relationships/>"
        #expect { try document.table() } throws: { ($0 as? Refusal)?.has(.contentMismatch) == true }
    }
}
