/// How wide the columns of a list are on a sheet, and how high its rows: text that does not fit is broken into lines.
struct SheetMeasure {
    /// In characters of the default font.
    let widths: [Int]
    private let list: ResultList

    init(_ list: ResultList) {
        self.list = list
        widths = list.columns.indices.map { Self.width(of: list, column: $0) }
    }

    /// In points.
    func height(ofRow row: Int) -> Double {
        let lines = zip(list.rows[row], widths).map { cell, width in
            let room = max(width - Self.margin, 1)
            return (PrintedWidth.of(cell.plain) + room - 1) / room
        }
        return Double(max(lines.max() ?? 1, 1)) * 14.5 + 5
    }

    /// What a cell's indent and the gap on its other side take.
    private static let margin = 3

    /// As wide as the widest cell, up to what its kind is worth; the header has a filter button.
    private static func width(of list: ResultList, column: Int) -> Int {
        let head = PrintedWidth.of(list.columns[column].title) + margin + 1
        let widest = list.rows.map { PrintedWidth.of($0[column].plain) + margin }.max() ?? 0
        let most =
            switch list.columns[column].kind {
            case .text: 32
            case .long: 48
            case .word, .code, .number: 80
            }
        return min(max(head, widest), most)
    }
}
