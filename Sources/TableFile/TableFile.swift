import AtomicFile
package import ExamModel
package import Foundation

/// Reads csv, tsv, xlsx and xls files.
package enum TableFile {
    /// Refuses: UNSUPPORTED_FORMAT, CONTENT_MISMATCH, BAD_ENCODING, QUOTE_NOT_CLOSED, CELL_TOO_LONG, TABLE_TOO_LARGE,
    /// WORKBOOK_DAMAGED, XML_ENTITY_REFUSED, SHARED_STRING_MISSING and what AtomicFile and ZipArchive refuse.
    package static func read(_ url: URL) throws(Refusal) -> Table {
        try read(AtomicFile.read(url, limit: TableLimits.fileBytes), name: url.lastPathComponent)
    }

    /// The same for the bytes of a file called `name`.
    package static func read(_ data: Data, name: String) throws(Refusal) -> Table {
        switch name.split(separator: ".").last?.lowercased() {
        case "csv": return try table(of: TextFile(name: name, data: data), format: .csv)
        case "tsv", "tab": return try table(of: TextFile(name: name, data: data), format: .tsv)
        case "xlsx", "xlsm": return try WorkbookReader.read(data, file: name)
        case "xls", "et", "xml": return try LegacyTable.read(data, file: name)
        default:
            throw Refusal(
                .unsupportedFormat, at: Place(file: name),
                "只能读取 .xlsx、.xls、.csv、.tsv 表格，请在表格软件中另存为 .xlsx。",
                "Only .xlsx, .xls, .csv and .tsv tables are read; save the file as .xlsx.")
        }
    }

    /// A text that is known to be a table, whatever its extension.
    package static func table(of file: TextFile, format: Table.Format) throws(Refusal) -> Table {
        var collector = TableCollector()
        try tell(file, format: format, &collector)
        return collector.table
    }

    /// Tells a visitor the rows of a file. Workbooks (.xlsx) and texts are not held as rows; the others are small.
    package static func tell(_ url: URL, _ visitor: inout some TableVisitor) throws(Refusal) {
        let name = url.lastPathComponent
        switch name.split(separator: ".").last?.lowercased() {
        case "csv": try tell(TextFile.read(url), format: .csv, &visitor)
        case "tsv", "tab": try tell(TextFile.read(url), format: .tsv, &visitor)
        case "xlsx", "xlsm": try WorkbookReader.read(url, &visitor)
        default: try read(url).tell(&visitor)
        }
    }

    /// The same for a text that is known to be a table.
    package static func tell(
        _ file: TextFile, format: Table.Format, _ visitor: inout some TableVisitor
    ) throws(Refusal) {
        let delimiter = format == .tsv ? UInt8(ascii: "\t") : CSVReader.delimiter(of: file.bytes)
        var reader = CSVReader(file: file, delimiter: delimiter)
        try visitor.open(Table(file: file.name, format: format, encoding: file.encoding, sheets: []))
        try visitor.begin(sheet: nil, again: false)
        try reader.read { row throws(Refusal) in try visitor.take(row) }
        try visitor.end()
    }
}
