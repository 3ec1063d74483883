import ExamModel

/// What one table file may cost.
enum TableLimits {
    /// Bytes of a text file.
    static let fileBytes = 64 << 20
    /// Bytes of one cell; spreadsheet programs stop at 32 767 characters.
    static let cellBytes = 1 << 20
    /// Cells of a file, blank ones counted up to the last of their row.
    static let cells = 3_000_000
    /// The last row and column of a worksheet (ECMA-376 part 1, 18.3.1.73: XFD1048576).
    static let rows = 1_048_576
    static let columns = 16_384

    static func tooLarge(at place: Place) -> Refusal {
        Refusal(
            .tableTooLarge, at: place, "表格超过 \(cells) 个单元格，请删去无用的行列或拆分文件。",
            "The table has more than \(cells) cells; delete unused rows and columns or split the file.")
    }
}
