/// What a terminal shows: its rows, where the cursor stands, and what a click on a place does.
package struct Screen: Hashable, Sendable {
    package let size: ScreenSize
    package private(set) var lines: [Line]
    /// Nil hides the cursor.
    package var cursor: Position?
    package private(set) var targets: [Target] = []

    package init(_ size: ScreenSize) {
        self.size = size
        lines = [Line](repeating: Line(), count: size.rows)
    }

    /// Writes a line over what stands at its place; what is outside the screen is left out.
    package mutating func put(_ line: Line, row: Int, column: Int = 0) {
        guard lines.indices.contains(row), column < size.columns else { return }
        var whole = lines[row].cut(to: column)
        whole.fill(to: column)
        whole.append(line)
        whole.append(lines[row].dropped(whole.width))
        lines[row] = whole.cut(to: size.columns)
    }

    package mutating func put(_ text: String, row: Int, column: Int = 0, _ style: Style = .plain) {
        put(Line(text, style), row: row, column: column)
    }

    package mutating func putCentred(_ text: String, row: Int, _ style: Style = .plain) {
        put(text, row: row, column: max(0, (size.columns - DisplayWidth.of(text)) / 2), style)
    }

    /// Sets text so that it ends at the right edge, less `margin`.
    package mutating func putRight(_ text: String, row: Int, margin: Int = 1, _ style: Style = .plain) {
        put(text, row: row, column: max(0, size.columns - margin - DisplayWidth.of(text)), style)
    }

    /// A click on these columns of a row does what `input` does.
    package mutating func target(row: Int, columns: Range<Int>, _ input: Input) {
        targets.append(Target(row: row, columns: columns, input: input))
    }

    /// What a click means; nil where there is nothing.
    package func input(at position: Position) -> Input? {
        targets.last { $0.row == position.row && $0.columns.contains(position.column) }?.input
    }

    /// Rows as plain text, without blanks at their ends.
    package var text: String {
        lines.map { line in String(line.text.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
    }
}

extension Screen {
    package struct Position: Hashable, Sendable {
        package let row: Int
        package let column: Int

        package init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    package struct Target: Hashable, Sendable {
        package let row: Int
        package let columns: Range<Int>
        package let input: Input
    }
}
