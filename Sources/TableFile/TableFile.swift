package import ExamModel
package import Foundation

/// Reads csv, tsv and xlsx files.
package enum TableFile {
    /// Refuses: UNSUPPORTED_FORMAT, CONTENT_MISMATCH, BAD_ENCODING, QUOTE_NOT_CLOSED, CELL_TOO_LONG, TABLE_TOO_LARGE,
    /// WORKBOOK_DAMAGED, XML_ENTITY_REFUSED, SHARED_STRING_MISSING and what AtomicFile and ZipArchive refuse.
    package static func read(_ url: URL) throws(Refusal) -> Table {
        switch url.pathExtension.lowercased() {
        case "csv": return try table(of: TextFile.read(url), format: .csv)
        case "tsv", "tab": return try table(of: TextFile.read(url), format: .tsv)
        case "xlsx": return try WorkbookReader.read(url)
        default:
            throw Refusal(
                .unsupportedFormat, at: Place(file: url.lastPathComponent),
                "只能读取 .xlsx、.csv、.tsv 表格，请在表格软件中另存为 .xlsx。",
                "Only .xlsx, .csv and .tsv tables are read; save the file as .xlsx.")
        }
    }

    /// A text that is known to be a table, whatever its extension.
    package static func table(of file: TextFile, format: Table.Format) throws(Refusal) -> Table {
        let delimiter = format == .tsv ? UInt8(ascii: "\t") : CSVReader.delimiter(of: file.bytes)
        var reader = CSVReader(file: file, delimiter: delimiter)
        let sheet = Table.Sheet(name: nil, rows: try reader.rows())
        return Table(file: file.name, format: format, encoding: file.encoding, sheets: [sheet])
    }
}
