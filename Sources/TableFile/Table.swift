/// What a table file says: rows of text that know where they stand.
package struct Table: Hashable, Sendable {
    package enum Format: String, Sendable {
        case csv, tsv, xlsx, xls, html, docx, mht

        /// Rows of text files say how long they mean to be; rows of the others end with their last filled cell.
        package var statesRowLength: Bool { self == .csv || self == .tsv }
    }

    /// The file's name, without its folder.
    package let file: String
    package let format: Format
    /// `utf-8`, `utf-16le`, `utf-16be` or `gb18030`; `utf-8` for workbooks.
    package let encoding: String
    /// The visible sheets in their order; exactly one for csv and tsv.
    package let sheets: [Sheet]

    package init(file: String, format: Format, encoding: String, sheets: [Sheet]) {
        self.file = file
        self.format = format
        self.encoding = encoding
        self.sheets = sheets
    }
}
