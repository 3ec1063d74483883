import ExamModel
import Foundation
import XMLFile

/// XML spreadsheets of Excel 2003 (`urn:schemas-microsoft-com:office:spreadsheet`), which web systems like to export.
enum SpreadsheetXML {
    static func isOne(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        return head.contains("<?xml") && head.contains("urn:schemas-microsoft-com:office:spreadsheet")
    }

    static func sheets(_ data: Data, at place: Place) throws(Refusal) -> [Table.Sheet] {
        let xml = try XMLReader(data, at: place, damaged: WorkbookReader.damaged(at: place))
        var sheets: [Table.Sheet] = []
        var budget = TableLimits.cells
        while let event = try xml.next() {
            guard case .start("Worksheet") = event else { continue }
            let name = xml.attribute(anywhere: "Name")
            let (rows, isHidden) = try rows(xml, at: Place(file: place.file, sheet: name), budget: &budget)
            if !isHidden { sheets.append(Table.Sheet(name: name, rows: rows)) }
        }
        return sheets
    }

    private static func rows(
        _ xml: XMLReader, at place: Place, budget: inout Int
    ) throws(Refusal) -> (rows: [Table.Row], isHidden: Bool) {
        var rows: [Table.Row] = []
        var merged = MergedCells()
        var (number, isHidden) = (0, false)
        while let event = try xml.next() {
            switch event {
            case .start("Row"):
                number = max(number + 1, xml.attribute(anywhere: "Index").flatMap { Int($0) } ?? 0)
                guard number <= TableLimits.rows else { throw TableLimits.tooLarge(at: place) }
                let cells = try cells(xml, row: number, &merged, at: place)
                budget -= cells.count
                guard budget >= 0 else { throw TableLimits.tooLarge(at: place) }
                if cells.contains(where: { !$0.text.isBlank }) {
                    rows.append(Table.Row(number: number, line: nil, cells: cells))
                }
            case .start("Visible"):
                if case .text(let state)? = try xml.next() { isHidden = state.contains("Hidden") }
            case .end("Worksheet"): return (merged.filled(rows), isHidden)
            default: break
            }
        }
        return (merged.filled(rows), isHidden)
    }

    private static func cells(
        _ xml: XMLReader, row: Int, _ merged: inout MergedCells, at place: Place
    ) throws(Refusal) -> [Table.Cell] {
        var cells: [Table.Cell] = []
        while let event = try xml.next() {
            switch event {
            case .start("Cell"):
                let column = xml.attribute(anywhere: "Index").flatMap { Int($0) } ?? cells.count + 1
                guard column > cells.count, column <= TableLimits.columns else {
                    throw WorkbookReader.damaged(at: place)
                }
                cells += Array(repeating: Table.Cell(""), count: column - 1 - cells.count)
                if let down = xml.attribute(anywhere: "MergeDown").flatMap({ Int($0) }),
                    (1...TableLimits.rows).contains(down)
                {
                    merged.add(column: column - 1, rows: row...(row + down))
                }
                let across = min(max(xml.attribute(anywhere: "MergeAcross").flatMap { Int($0) } ?? 0, 0), 1000)
                let isFormula = xml.attribute(anywhere: "Formula") != nil
                cells.append(Table.Cell(try text(xml), isFormula: isFormula))
                cells += Array(repeating: Table.Cell(""), count: across)
            case .end("Row"): return cells
            default: break
            }
        }
        return cells
    }

    private static func text(_ xml: XMLReader) throws(Refusal) -> String {
        var text = ""
        var isData = false
        while let event = try xml.next() {
            switch event {
            case .start("Data"): isData = true
            case .end("Data"): isData = false
            case .text(let part) where isData: text += part
            case .end("Cell"): return text
            default: break
            }
        }
        return text
    }
}
