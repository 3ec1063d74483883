/// Text of one style.
package struct Span: Hashable, Sendable {
    package let text: String
    package let style: Style

    package init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }
}

/// One row of a screen, from its left edge.
package struct Line: Hashable, Sendable {
    package private(set) var spans: [Span] = []
    /// In columns.
    package private(set) var width = 0

    package init() {}

    package init(_ text: String, _ style: Style = .plain) {
        append(text, style)
    }

    package mutating func append(_ text: String, _ style: Style = .plain) {
        guard !text.isEmpty else { return }
        spans.append(Span(text, style))
        width += DisplayWidth.of(text)
    }

    package mutating func append(_ line: Line) {
        for span in line.spans { append(span.text, span.style) }
    }

    /// Fills with blanks up to `column`; does nothing beyond it.
    package mutating func fill(to column: Int) {
        append(String(repeating: " ", count: max(0, column - width)))
    }

    package var text: String { spans.map(\.text).joined() }

    /// The part that fits into `columns`; a wide character is never halved.
    package func cut(to columns: Int) -> Line {
        guard width > columns else { return self }
        var line = Line()
        for span in spans {
            line.append(span.text.cut(to: columns - line.width), span.style)
        }
        return line
    }
}

extension String {
    /// The longest beginning that fits into `columns`.
    func cut(to columns: Int) -> String {
        var used = 0
        return String(
            prefix { character in
                used += DisplayWidth.of(character)
                return used <= columns
            })
    }

    /// As it is where it fits, else cut and closed with `..`.
    func shortened(to columns: Int) -> String {
        DisplayWidth.of(self) <= columns ? self : cut(to: max(0, columns - 2)) + ".."
    }

    /// Followed by blanks up to `columns`.
    func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - DisplayWidth.of(self)))
    }
}

extension Line {
    /// The part from `column` on. Half of a wide character at the cut is a blank.
    func dropped(_ column: Int) -> Line {
        var rest = Line()
        var place = 0
        for span in spans {
            var text = ""
            for character in span.text {
                let size = DisplayWidth.of(character)
                if place >= column {
                    text.append(character)
                } else if place + size > column {
                    text.append(" ")
                }
                place += size
            }
            rest.append(text, span.style)
        }
        return rest
    }
}
