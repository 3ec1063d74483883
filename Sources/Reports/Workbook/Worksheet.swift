import CXlsxWriter
import ExamModel

/// One sheet of a workbook. It keeps its workbook alive.
struct Worksheet {
    private let handle: UnsafeMutablePointer<lxw_worksheet>
    private let workbook: Workbook

    init(handle: UnsafeMutablePointer<lxw_worksheet>, workbook: Workbook) {
        self.handle = handle
        self.workbook = workbook
    }

    func write(_ text: String, row: Int, column: Int, _ format: CellFormat) throws(Refusal) {
        try workbook.check(
            worksheet_write_string(handle, lxw_row_t(row), lxw_col_t(column), text, format.handle))
    }

    func write(_ number: Double, row: Int, column: Int, _ format: CellFormat) throws(Refusal) {
        try workbook.check(
            worksheet_write_number(handle, lxw_row_t(row), lxw_col_t(column), number, format.handle))
    }

    func writeBlank(row: Int, column: Int, _ format: CellFormat) throws(Refusal) {
        try workbook.check(worksheet_write_blank(handle, lxw_row_t(row), lxw_col_t(column), format.handle))
    }

    /// - Parameter width: In characters of the default font.
    func setWidth(_ width: Int, column: Int) throws(Refusal) {
        try workbook.check(
            worksheet_set_column(handle, lxw_col_t(column), lxw_col_t(column), Double(width), nil))
    }

    /// - Parameter height: In points.
    func setHeight(_ height: Double, row: Int) throws(Refusal) {
        try workbook.check(worksheet_set_row(handle, lxw_row_t(row), height, nil))
    }

    /// The first row stays in sight, repeats on every printed page and filters the rows under it.
    func setHeaderRow(columns: Int, rows: Int) throws(Refusal) {
        worksheet_freeze_panes(handle, 1, 0)
        try workbook.check(worksheet_repeat_rows(handle, 0, 0))
        try workbook.check(worksheet_autofilter(handle, 0, 0, lxw_row_t(rows), lxw_col_t(columns - 1)))
    }

    /// Digits that are names need no warning that they look like numbers.
    func allowDigitsAsText(column: Int, rows: Int) throws(Refusal) {
        guard rows > 0 else { return }
        let letter = Item.Option.letter(at: column)
        try workbook.check(
            worksheet_ignore_errors(
                handle, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "\(letter)2:\(letter)\(rows + 1)"))
    }

    /// A4, as wide as the page, the title above and the page numbers (`&P` of `&N`) below.
    func setPage(title: String, footer: String, pages: String, isLandscape: Bool) throws(Refusal) {
        worksheet_set_paper(handle, 9)
        if isLandscape { worksheet_set_landscape(handle) }
        worksheet_set_margins(handle, 0.5, 0.5, 0.9, 0.7)
        worksheet_center_horizontally(handle)
        worksheet_fit_to_pages(handle, 1, 0)
        try workbook.check(worksheet_set_header(handle, "&C&14&B" + Self.escaped(title)))
        try workbook.check(worksheet_set_footer(handle, "&L&8" + Self.escaped(footer) + "&R&8" + pages))
    }

    /// Ampersands begin a code in headers and footers, which hold 255 characters at most.
    private static func escaped(_ text: String) -> String {
        String(text.prefix(100)).replacing("&", with: "&&")
    }
}
