import ExamModel
import TableFile

/// Reads bank tables: a header row somewhere near the top, then an item a row.
enum BankTableReader {
    static func read(_ table: Table, headings: BankHeadings = .usual) throws(Refusal) -> RawBank {
        var bank = RawBank()
        var hasHeader = false
        for sheet in table.sheets {
            guard let header = BankHeader.find(in: sheet, headings: headings) else {
                if let finding = skipped(sheet, of: table) { bank.findings.append(finding) }
                continue
            }
            hasHeader = true
            bank.items += try items(of: sheet, under: header, in: table)
        }
        guard hasHeader else {
            throw Refusal(
                .noBankHeader, at: Place(file: table.file), "没有找到题库表头：需要一行写明“题干”“选项A……”“答案”等列名。",
                "No header of a bank was found: one row must name the columns 题干, 选项A…, 答案.")
        }
        return bank
    }

    /// The items of a sheet below its header; `section` is the type that stands above the table or names the sheet.
    static func items(
        of sheet: Table.Sheet, under header: BankHeader, in table: Table, section: StatedType? = nil
    ) throws(Refusal) -> [RawItem] {
        for column in [BankColumn.stem, .answer] + header.optionColumns where header.positions(of: column).count > 1 {
            throw Refusal(
                .duplicateColumn, at: Place(file: table.file, sheet: sheet.name, row: header.row),
                "表头里有两列含义相同（题干、答案或同一选项），无法判断用哪一列，请删改其一。",
                "Two columns of the header mean the same (stem, answer or one option); rename or delete one.")
        }
        let named = sheet.name.flatMap { StatedType(sheetName: $0) }
        var reader = BankSheetReader(
            file: table.file, format: table.format, sheet: sheet, header: header,
            section: section ?? named ?? .unstated)
        return reader.items()
    }

    /// Says so if the sheet might have been a bank: some row has four cells or more.
    private static func skipped(_ sheet: Table.Sheet, of table: Table) -> Finding? {
        let wide = sheet.rows.first { $0.cells.count { !$0.text.isBlank } >= 4 }
        return wide.map { row in
            Finding(
                .warning, .sheetSkipped, at: sheet.place(of: row, in: table.file),
                Bilingual("此工作表没有题库表头，已跳过；如是题库请补上表头。", "This sheet has no header of a bank and was skipped."))
        }
    }
}

extension BankHeader {
    var optionColumns: [BankColumn] {
        Array(Set(columns.values.filter { if case .option = $0 { true } else { false } }))
    }
}
