import ExamModel

/// The item shown, laid out in lines: which lines hold which option, and how many fit into the window.
struct ItemLayout {
    /// The section's number, title and marks.
    let heading: [String]
    /// Material, stem, and options or blanks.
    private(set) var lines: [Line] = []
    /// Where the next character would stand, in an item that is answered in words.
    private(set) var caret: Screen.Position?
    /// Rows between the heading and the lower rule.
    let height: Int
    private var options: [Range<Int>] = []

    static let textColumn = 5
    private static let longestHeading = 3

    init(_ answering: Answering, _ size: ScreenSize) {
        let width = Self.width(size)
        heading = Self.heading(answering, width: width - 2)
        height = size.rows - 7 - heading.count
        appendMaterial(answering, width: width)
        appendStem(answering, width: width)
        lines.append(Line())
        if answering.takesWords { appendFields(answering, width: width) }
        for index in answering.item.options.indices { appendOption(index, answering, width: width) }
    }

    /// Columns left of the answer card.
    static func width(_ size: ScreenSize) -> Int {
        size.isWide ? size.columns - CardLayout.panelWidth - 2 : size.columns
    }

    func lines(ofOption index: Int) -> Range<Int>? {
        options.indices.contains(index) ? options[index] : nil
    }

    /// The nearest possible count of lines above the window.
    func clamped(_ scroll: Int) -> Int {
        max(0, min(scroll, lines.count - height))
    }

    private static func heading(_ answering: Answering, width: Int) -> [String] {
        let place = answering.section(of: answering.position)
        let section = answering.content.sections[place.section]
        let number = Catalog.sectionNumber(place.section).text(in: answering.language)
        let title = section.title.hasPrefix(number) ? section.title : number + section.title
        let facts = Catalog.sectionFacts(count: section.items.count, marks: section.marks)
        let blank = answering.language == .chinese ? "" : " "
        let text =
            "\(title)  \(facts.text(in: answering.language))" + blank
            + section.instructions.text(in: answering.language)
        return Array(LineWrap.lines(text, width: width).prefix(longestHeading))
    }

    private mutating func appendStem(_ answering: Answering, width: Int) {
        let flag = answering.isFlagged(answering.position) ? Catalog.flagged.text(in: answering.language) : ""
        let margin = DisplayWidth.of(Catalog.flagged.text(in: answering.language)) + 2
        let texts = LineWrap.lines(answering.item.stem, width: width - Self.textColumn - margin)
        for (index, text) in texts.enumerated() {
            var line = Line((index == 0 ? " \(answering.position + 1)" : "").padded(to: Self.textColumn), .bold)
            line.append(text)
            if index == 0, !flag.isEmpty {
                line.fill(to: width - margin + 1)
                line.append(flag, .bold)
            }
            lines.append(line)
        }
    }

    private mutating func appendMaterial(_ answering: Answering, width: Int) {
        guard let material = answering.material else { return }
        let label = Catalog.material.text(in: answering.language)
        for text in LineWrap.lines(label + material, width: width - Self.textColumn - 2) {
            var line = Line("".padded(to: Self.textColumn))
            line.append(text)
            lines.append(line)
        }
        lines.append(Line())
    }

    private mutating func appendFields(_ answering: Answering, width: Int) {
        for (index, text) in answering.texts.enumerated() {
            let isAtCursor = index == answering.option
            let number = answering.texts.count > 1 ? "(\(index + 1)) " : ""
            let head = "   \(isAtCursor ? ">" : " ") \(number)"
            let first = lines.count
            let rows = LineWrap.lines(text, width: width - head.count - 3)
            for (row, words) in rows.enumerated() {
                var line = Line((row == 0 ? head : "").padded(to: head.count), isAtCursor ? .bold : .plain)
                line.append(words, isAtCursor ? .bold : .plain)
                if row == rows.count - 1 {
                    if isAtCursor { caret = .init(row: lines.count, column: line.width) }
                    line.append(String(repeating: "_", count: max(2, min(20, width - 2 - line.width))))
                }
                lines.append(line)
            }
            options.append(first..<lines.count)
        }
    }

    private mutating func appendOption(_ index: Int, _ answering: Answering, width: Int) {
        let item = answering.item
        let option = item.options[index]
        let isChosen = answering.chosen.contains(option.id)
        let isAtCursor = index == answering.option
        let box = item.type == .multipleChoice ? (isChosen ? "[x]" : "[ ]") : (isChosen ? "(x)" : "( )")
        let head = "   \(isAtCursor ? ">" : " ") \(box) \(Item.Option.letter(at: index))  "
        let first = lines.count
        for (row, text) in LineWrap.lines(option.text, width: width - head.count - 2).enumerated() {
            var line = Line((row == 0 ? head : "").padded(to: head.count), isAtCursor ? .bold : .plain)
            line.append(text, isAtCursor ? .bold : .plain)
            lines.append(line)
        }
        options.append(first..<lines.count)
    }
}
