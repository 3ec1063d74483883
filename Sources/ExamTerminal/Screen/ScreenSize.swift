/// A terminal's rows and columns.
package struct ScreenSize: Hashable, Sendable {
    package let rows: Int
    package let columns: Int

    package init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// Below this nothing is laid out.
    package static let smallest = ScreenSize(rows: 24, columns: 80)

    /// Wide enough for the answer card at the right.
    package static let wideColumns = 110

    package var isTooSmall: Bool {
        rows < Self.smallest.rows || columns < Self.smallest.columns
    }

    package var isWide: Bool { columns >= Self.wideColumns }
}
