package import ExamModel
package import Foundation
import TableFile
import WordFile

/// Reads a bank file of any supported format into checked drafts and findings.
package enum BankFile {
    /// Items with errors are left out and reported in the contents; the whole file is refused only when nothing can be
    /// read: UNSUPPORTED_FORMAT, NO_BANK_HEADER, NO_ITEMS, LINE_TOO_LONG, and what TableFile refuses.
    package static func read(_ url: URL) throws(Refusal) -> BankFileContents {
        switch url.pathExtension.lowercased() {
        case "txt", "text": return try text(TextFile.read(url))
        case "csv", "tsv", "xlsx": return try table(TableFile.read(url))
        case "docx", "docm", "doc", "htm", "html", "mht", "mhtml": return try document(WordFile.read(url))
        default: throw UnsupportedFormat.refusal(of: url)
        }
    }

    /// A .txt may also be a table: spreadsheet programs save “Unicode text” with tabs.
    private static func text(_ file: TextFile) throws(Refusal) -> BankFileContents {
        if file.bytes.prefix(64 << 10).contains(UInt8(ascii: "\t")) {
            let table = try? TableFile.table(of: file, format: .tsv)
            if let sheet = table?.sheets.first, let table, BankHeader.find(in: sheet) != nil {
                return try Self.table(table)
            }
        }
        let raw = try ExamTextReader.read(file)
        return try contents(of: raw, file: file.name, encoding: file.encoding, format: "txt")
    }

    private static func table(_ table: Table) throws(Refusal) -> BankFileContents {
        let raw = try BankTableReader.read(table)
        return try contents(of: raw, file: table.file, encoding: table.encoding, format: table.format.rawValue)
    }

    private static func document(_ document: WordDocument) throws(Refusal) -> BankFileContents {
        var reader = WordBankReader(document)
        let raw = try reader.read()
        let format = document.format.rawValue
        return try contents(of: raw, file: document.file, encoding: "utf-8", format: format)
    }

    private static func contents(
        of raw: RawBank, file: String, encoding: String, format: String
    ) throws(Refusal) -> BankFileContents {
        guard !raw.items.isEmpty else {
            throw Refusal(
                .noItems, at: Place(file: file), "没有找到任何试题，请检查题号、选项和答案的写法，或改用 .xlsx 模板。",
                "No item was found; check how numbers, options and answers are written, or use a workbook.")
        }
        var checker = ItemChecker()
        let items = raw.items.compactMap { checker.check($0) }
        return BankFileContents(
            file: file, encoding: encoding, format: format, items: items,
            findings: inOrder(raw.findings + checker.findings, sheets: raw.items.map(\.place.sheet)))
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
