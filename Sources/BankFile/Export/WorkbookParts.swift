/// The parts of a small workbook with one sheet of texts (ECMA-376 part 1).
enum WorkbookParts {
    /// - Parameter wide: columns of long texts.
    static func all(rows: [[String]], wide: Set<Int>, hasHeader: Bool) -> [(String, String)] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        return [
            (
                "[Content_Types].xml",
                head + "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" "
                    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                    + "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
                    + "ContentType=\"\(type).sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" "
                    + "ContentType=\"\(type).worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" "
                    + "ContentType=\"\(type).styles+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"题库\" sheetId=\"1\" "
                    + "r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
                    + "Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            ("xl/styles.xml", head + styles(main)),
            ("xl/worksheets/sheet1.xml", head + sheet(main, rows, wide: wide, hasHeader: hasHeader)),
        ]
    }

    /// Style 0 wraps and stands at the top, style 1 is the header's.
    private static func styles(_ main: String) -> String {
        "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"宋体\"/></font></fonts><fills count=\"1\"><fill><patternFill "
            + "patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf "
            + "numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"49\" "
            + "fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment "
            + "vertical=\"top\" wrapText=\"1\"/></xf><xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
            + "applyFont=\"1\"/></cellXfs></styleSheet>"
    }

    private static func sheet(_ main: String, _ rows: [[String]], wide: Set<Int>, hasHeader: Bool) -> String {
        var xml = "<worksheet xmlns=\"\(main)\">"
        if hasHeader {
            xml +=
                "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
                + "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
        }
        let columns = rows.map(\.count).max() ?? 0
        xml += "<cols>"
        for column in 0..<max(columns, 1) {
            let width = wide.contains(column) ? 60 : column < 2 ? 10 : 18
            xml += "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" style=\"0\" customWidth=\"1\"/>"
        }
        xml += "</cols><sheetData>"
        for (index, row) in rows.enumerated() {
            xml += "<row r=\"\(index + 1)\">"
            for (column, text) in row.enumerated() where !text.isEmpty {
                let style = hasHeader && index == 0 ? 1 : 0
                xml +=
                    "<c r=\"\(name(column))\(index + 1)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                xml += MarkupText.escaped(MarkupText.spreadsheet(text)) + "</t></is></c>"
            }
            xml += "</row>"
        }
        return xml + "</sheetData></worksheet>"
    }

    /// A, B, …, Z, AA, …
    private static func name(_ column: Int) -> String {
        let letter = String(Character(Unicode.Scalar(UInt8(65 + column % 26))))
        return column < 26 ? letter : name(column / 26 - 1) + letter
    }
}
