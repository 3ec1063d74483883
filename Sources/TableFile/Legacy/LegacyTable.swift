import ExamModel
import Foundation
import XMLFile

/// Files called .xls: true Excel 97–2003 workbooks, and what else programs give that name to: web pages, web archives,
/// XML spreadsheets, tab-separated text, workbooks of today.
enum LegacyTable {
    static func read(_ data: Data, file: String) throws(Refusal) -> Table {
        let place = Place(file: file)
        if data.starts(with: CompoundFile.magic) {
            let sheets = try compound([UInt8](data), at: place)
            return Table(file: file, format: .xls, encoding: "utf-16le", sheets: sheets)
        }
        if FileSignature(data) == .zip { return try WorkbookReader.read(data, file: file) }
        if let html = WebArchive.html(in: data) { return try page(html, file: file, format: .mht, encoding: "utf-8") }
        let text = try TextFile(name: file, data: data)
        if SpreadsheetXML.isOne(text.bytes) {
            let sheets = try SpreadsheetXML.sheets(Data(text.bytes), at: place)
            return Table(file: file, format: .xls, encoding: text.encoding, sheets: sheets)
        }
        if HTMLTable.isHTML(text.bytes) {
            return try page(text.bytes, file: file, format: .html, encoding: text.encoding)
        }
        return try TableFile.table(of: text, format: text.bytes.prefix(64 << 10).contains(0x09) ? .tsv : .csv)
    }

    private static func compound(_ data: [UInt8], at place: Place) throws(Refusal) -> [Table.Sheet] {
        guard let file = CompoundFile(data) else { throw WorkbookReader.damaged(at: place) }
        if file["EncryptedPackage"] != nil { throw FileSignature.compound.mismatch(file: place.file ?? "") }
        guard let stream = file["Workbook"] else {
            if file["Book"] != nil { throw LegacyWorkbook.unreadable(at: place) }
            throw WorkbookReader.damaged(at: place)
        }
        return try LegacyWorkbook(stream, at: place).sheets()
    }

    private static func page(
        _ html: [UInt8], file: String, format: Table.Format, encoding: String
    ) throws(Refusal) -> Table {
        let place = Place(file: file)
        let xml = try XMLReader(html: html, at: place, damaged: WorkbookReader.damaged(at: place))
        var sheets: [Table.Sheet] = []
        while let event = try xml.next() {
            guard case .start("table") = event else { continue }
            let rows = try HTMLTable.rows(xml, at: place).enumerated().map { offset, cells in
                Table.Row(number: offset + 1, line: nil, cells: cells.map { Table.Cell($0) })
            }
            sheets.append(Table.Sheet(name: nil, rows: rows.filter { $0.cells.contains { !$0.text.isBlank } }))
        }
        return Table(file: file, format: format, encoding: encoding, sheets: sheets)
    }
}
