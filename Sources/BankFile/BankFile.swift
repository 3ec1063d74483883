import AtomicFile
package import ExamModel
package import Foundation
import TableFile
import WordFile
import ZipFile

/// Reads a bank file of any supported format into checked drafts and findings.
package enum BankFile {
    /// Items with errors are left out and reported in the contents; the whole file is refused only when nothing can be
    /// read: UNSUPPORTED_FORMAT, NO_BANK_HEADER, NO_ITEMS, LINE_TOO_LONG, MALFORMED_FILE, and what TableFile, WordFile and
    /// ZipFile refuse.
    package static func read(_ url: URL, headings: BankHeadings = .usual) throws(Refusal) -> BankFileContents {
        let kind = kind(url.lastPathComponent)
        guard let kind else { throw UnsupportedFormat.refusal(of: url.lastPathComponent) }
        if kind == .table {
            var reader = BankTableReader(headings: headings)
            try TableFile.tell(url, &reader)
            return try contents(of: reader)
        }
        if kind == .text { return try text(TextFile.read(url), headings) }
        return try read(AtomicFile.read(url, limit: limit), name: url.lastPathComponent, headings: headings)
    }

    /// The same for the bytes of a file called `name`.
    package static func read(
        _ data: Data, name: String, headings: BankHeadings = .usual
    ) throws(Refusal) -> BankFileContents {
        switch kind(name) {
        case .text: try text(TextFile(name: name, data: data), headings)
        case .table: try table(TableFile.read(data, name: name), headings)
        case .document: try document(WordFile.read(data, name: name), headings)
        case .markup: try markup(data, file: name, headings)
        case .package: try package(data, file: name)
        case nil: throw UnsupportedFormat.refusal(of: name)
        }
    }

    /// Whether a file with this name may be a bank, by its extension.
    package static func isReadable(_ name: String) -> Bool { kind(name) != nil }

    private enum Kind {
        case text, table, document, markup, package
    }

    private static func kind(_ name: String) -> Kind? {
        switch URL(filePath: name).pathExtension.lowercased() {
        case "txt", "text", "gift", "aiken", "json", "jsonl", "ndjson": .text
        case "csv", "tsv", "tab", "xlsx", "xlsm", "xls", "et": .table
        case "docx", "docm", "doc", "htm", "html", "mht", "mhtml": .document
        case "xml": .markup
        case "zip": .package
        default: nil
        }
    }

    /// Largest file in bytes.
    private static let limit = 64 << 20

    /// A .txt may also be JSON, GIFT, Aiken, or a table: spreadsheet programs save “Unicode text” with tabs.
    private static func text(_ file: TextFile, _ headings: BankHeadings) throws(Refusal) -> BankFileContents {
        if let first = file.bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        {
            if isJSON(file) || (try? JSONBankReader.read(file).items.isEmpty) == false {
                return try interchange(JSONBankReader.read(file), file, "json")
            }
        }
        if isJSON(file) { return try interchange(JSONBankReader.read(file), file, "json") }
        if file.name.lowercased().hasSuffix(".gift") { return try interchange(GIFTReader.read(file), file, "gift") }
        if AikenReader.isOne(file) { return try interchange(AikenReader.read(file), file, "aiken") }
        if GIFTReader.isOne(file) { return try interchange(GIFTReader.read(file), file, "gift") }
        if file.bytes.prefix(64 << 10).contains(UInt8(ascii: "\t")) {
            let table = try? TableFile.table(of: file, format: .tsv)
            if let sheet = table?.sheets.first, let table, BankHeader.find(in: sheet, headings: headings) != nil {
                return try Self.table(table, headings)
            }
        }
        return try examText(file)
    }

    private static func isJSON(_ file: TextFile) -> Bool {
        ["json", "jsonl", "ndjson"].contains(URL(filePath: file.name).pathExtension.lowercased())
    }

    /// What the text's lines hold is checked while the next items are read.
    private static func examText(_ file: TextFile) throws(Refusal) -> BankFileContents {
        let line = CheckLine()
        var items: [RawItem] = []
        let findings = ExamTextReader.tell(try LineSplitter.lines(of: file), file: file.name) { item in
            items.append(item)
            guard items.count == CheckLine.batch else { return }
            line.take(items)
            items = []
        }
        line.take(items)
        return try contents(
            of: line.settled(), findings, sheets: [], file: file.name, encoding: file.encoding, format: "txt")
    }

    private static func interchange(
        _ raw: RawBank, _ file: TextFile, _ format: String
    ) throws(Refusal) -> BankFileContents {
        try contents(of: raw, file: file.name, encoding: file.encoding, format: format)
    }

    /// Moodle XML, a QTI item, or an XML spreadsheet, by what stands at its beginning.
    private static func markup(_ data: Data, file: String, _ headings: BankHeadings) throws(Refusal) -> BankFileContents
    {
        let head = String(decoding: data.prefix(8192), as: UTF8.self)
        if head.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            return try table(TableFile.read(data, name: file), headings)
        }
        let (raw, format) =
            if head.contains("<quiz") {
                (try MoodleXMLReader.read(data, file: file), "moodle-xml")
            } else {
                (try QTIReader.read(data, file: file), "qti")
            }
        return try contents(of: raw, file: file, encoding: "utf-8", format: format)
    }

    /// A QTI package.
    private static func package(_ data: Data, file: String) throws(Refusal) -> BankFileContents {
        let limits = ZipArchive.Limits(
            archiveBytes: 64 << 20, entries: 200_000, entryBytes: 64 << 20, totalBytes: 256 << 20)
        let archive = try ZipArchive.read(data, file: file, limits: limits) { $0.hasSuffix(".xml") }
        guard !archive.entries.isEmpty else { throw UnsupportedFormat.refusal(of: file) }
        let raw = try QTIReader.read(package: archive, file: file)
        return try contents(of: raw, file: file, encoding: "utf-8", format: "qti")
    }

    private static func table(_ table: Table, _ headings: BankHeadings) throws(Refusal) -> BankFileContents {
        var reader = BankTableReader(headings: headings)
        try table.tell(&reader)
        return try contents(of: reader)
    }

    private static func contents(of reader: BankTableReader) throws(Refusal) -> BankFileContents {
        var reader = reader
        try reader.finish()
        let table = reader.table
        return try contents(
            of: reader.checker, reader.findings, sheets: reader.sheets, file: table.file, encoding: table.encoding,
            format: table.format.rawValue)
    }

    private static func document(_ document: WordDocument, _ headings: BankHeadings) throws(Refusal) -> BankFileContents
    {
        var reader = WordBankReader(document, headings: headings)
        let raw = try reader.read()
        let format = document.format.rawValue
        return try contents(of: raw, file: document.file, encoding: "utf-8", format: format)
    }

    private static func contents(
        of raw: RawBank, file: String, encoding: String, format: String
    ) throws(Refusal) -> BankFileContents {
        var checker = ItemChecker()
        checker.take(raw.items)
        return try contents(
            of: checker, raw.findings, sheets: raw.items.map(\.place.sheet), file: file, encoding: encoding,
            format: format)
    }

    private static func contents(
        of checker: ItemChecker, _ findings: [Finding], sheets: [String?], file: String, encoding: String,
        format: String
    ) throws(Refusal) -> BankFileContents {
        guard !checker.items.isEmpty || !checker.refused.isEmpty else {
            throw Refusal(
                .noItems, at: Place(file: file), "没有找到任何试题，请检查题号、选项和答案的写法，或改用 .xlsx 模板。",
                "No item was found; check how numbers, options and answers are written, or use a workbook.")
        }
        return BankFileContents(
            file: file, encoding: encoding, format: format, items: checker.items,
            findings: inOrder(findings + checker.findings, sheets: sheets), refused: checker.refused)
    }

    /// Sheet by sheet as they come in the file, then by line or row.
    private static func inOrder(_ findings: [Finding], sheets: [String?]) -> [Finding] {
        var ranks: [String?: Int] = [:]
        for sheet in sheets + findings.map(\.place.sheet) where ranks[sheet] == nil { ranks[sheet] = ranks.count }
        let keys = findings.enumerated().map { offset, finding in
            [ranks[finding.place.sheet] ?? 0, finding.place.line ?? finding.place.row ?? 0, offset]
        }
        return findings.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }.map { findings[$0] }
    }
}
