import ExamModel
import Foundation
import TableFile
import ZipFile

/// A small workbook made part by part, so that tests can bend any of them.
struct WorkbookFixture {
    var sheet = ""
    var strings: String?
    var formats = ""
    var styles = ""
    var workbookProperties = ""
    var sheets = #"<sheet name="题库" sheetId="1" r:id="rId1"/>"#
    /// Parts that replace or join the usual ones.
    var parts: [String: String] = [:]

    func table() throws -> Table {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appendingPathComponent("bank.xlsx")
        try data().write(to: url)
        return try TableFile.read(url)
    }

    func data() throws -> Data {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        var all = [
            "_rels/.rels": """
            <Relationships xmlns="\(package)"><Relationship Id="r" Type="\(types)/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """,
            "xl/workbook.xml": """
            <workbook xmlns="\(main)" xmlns:r="\(types)">\(workbookProperties)<sheets>\(sheets)</sheets></workbook>
            """,
            "xl/_rels/workbook.xml.rels": """
            <Relationships xmlns="\(package)"><Relationship Id="rId1" Type="\(types)/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="rId2" Type="\(types)/worksheet" Target="/xl/worksheets/sheet2.xml"/>\
            <Relationship Id="rId8" Type="\(types)/styles" Target="styles.xml"/>\
            <Relationship Id="rId9" Type="\(types)/sharedStrings" Target="sharedStrings.xml"/></Relationships>
            """,
            "xl/worksheets/sheet1.xml": "<worksheet xmlns=\"\(main)\">\(sheet)</worksheet>",
            "xl/styles.xml": """
            <styleSheet xmlns="\(main)"><numFmts>\(formats)</numFmts><cellXfs><xf numFmtId="0"/>\(styles)</cellXfs></styleSheet>
            """,
        ]
        if let strings { all["xl/sharedStrings.xml"] = "<sst xmlns=\"\(main)\">\(strings)</sst>" }
        all.merge(parts) { $1 }
        return try ZipArchive.data(of: all.sorted { $0.key < $1.key }.map { (name: $0.key, data: Data($0.value.utf8)) })
    }
}
