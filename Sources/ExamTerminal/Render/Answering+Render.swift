import ExamModel
import ExamSeat

extension Answering {
    func screen(title: String, _ size: ScreenSize) -> Screen {
        var screen = Screen(size)
        putHeader(title: title, into: &screen)
        screen.rule(row: size.rows - 3)
        if case .card(let card) = panel, !size.isWide {
            putCard(card, into: &screen)
        } else {
            putItem(into: &screen)
            if size.isWide { putCardPanel(into: &screen) }
        }
        putFooter(into: &screen)
        if case .handIn(let dialog) = panel { put(dialog, into: &screen) }
        return screen
    }

    func say(_ sentence: Bilingual) -> String {
        sentence.text(in: language)
    }

    private func putHeader(title: String, into screen: inout Screen) {
        let time = timeLine()
        let state = savingLine()
        let columns = screen.size.columns
        screen.put(title.shortened(to: columns - time.width - 4), row: 0, column: 1, .bold)
        screen.put(time, row: 0, column: columns - 1 - time.width)
        let who =
            "\(say(Catalog.ticket)) \(candidate.ticket)  \(candidate.name)  \(candidate.team)  "
            + "\(say(Catalog.seat)) \(candidate.seat)"
        screen.put(who.shortened(to: columns - state.width - 4), row: 1, column: 1)
        screen.put(state, row: 1, column: columns - 1 - state.width)
        screen.rule(row: 2)
    }

    /// The time left; below ten and five minutes in words and in a warning colour.
    private func timeLine() -> Line {
        let seconds = remainingSeconds
        let text = "\(say(Catalog.remaining)) \(Catalog.duration(seconds: seconds))"
        if seconds <= 300 { return Line("\(say(Catalog.underFive))  \(text)", [.warning, .bold]) }
        if seconds <= 600 { return Line("\(say(Catalog.underTen))  \(text)", .warning) }
        return Line(text)
    }

    private func savingLine() -> Line {
        var line = Line(say(Catalog.answered(answeredCount, of: items.count)) + "  ")
        switch saving {
        case .saved: line.append(say(Catalog.saved(delivery)))
        case .saving: line.append(say(Catalog.saving))
        case .failing: line.append(say(Catalog.notSaved), [.warning, .bold])
        }
        return line
    }

    private func putItem(into screen: inout Screen) {
        let layout = ItemLayout(self, screen.size)
        for (index, text) in layout.heading.enumerated() { screen.put(text, row: 3 + index, column: 1) }
        let top = 4 + layout.heading.count
        let above = firstLine(in: layout)
        for (index, line) in layout.lines.enumerated().dropFirst(above).prefix(layout.height) {
            screen.put(line, row: top + index - above)
        }
        for index in takesWords ? texts.indices : item.options.indices {
            let input = takesWords ? Input.field(index) : .option(index)
            for line in layout.lines(ofOption: index) ?? 0..<0 where (above..<above + layout.height).contains(line) {
                screen.target(row: top + line - above, columns: 0..<ItemLayout.width(screen.size), input)
            }
        }
        if panel == .item, let caret = layout.caret, (above..<above + layout.height).contains(caret.row) {
            screen.cursor = .init(row: top + caret.row - above, column: caret.column)
        }
        if above > 0 { screen.put(say(Catalog.moreAbove(above)), row: top - 1, column: ItemLayout.textColumn) }
        let below = layout.lines.count - above - layout.height
        if below > 0 {
            let hint = " \(say(Catalog.moreBelow(below))) "
            screen.put(hint, row: screen.size.rows - 3, column: ItemLayout.textColumn - 1)
        }
    }

    private func putFooter(into screen: inout Screen) {
        let row = screen.size.rows - 2
        screen.put(keysLine().shortened(to: screen.size.columns - 2), row: row, column: 1)
        screen.put(say(Catalog.help), row: row + 1, column: 1)
        let handIn = say(Catalog.handInKey)
        let start = screen.size.columns - 1 - DisplayWidth.of(handIn)
        if let message {
            let text = say(message.0).shortened(to: start - 14)
            screen.put(text, row: row + 1, column: 12, message.1)
        }
        screen.put(handIn, row: row + 1, column: start)
        screen.target(row: row + 1, columns: 0..<10, .help)
        screen.target(row: row + 1, columns: start..<screen.size.columns, .handIn)
    }

    private var message: (Bilingual, Style)? {
        if case .failing(let reason) = saving { return (Catalog.saveFailing(reason), [.warning, .bold]) }
        if let notice { return (notice, .bold) }
        switch delivery {
        case .cutOff: return (Catalog.cutOff, .plain)
        case .refused(let reason): return (Catalog.notTaken(reason), .warning)
        default: return nil
        }
    }

    private func keysLine() -> String {
        switch panel {
        case .item where takesWords: return say(Catalog.writingKeys)
        case .item:
            let last = Item.Option.letter(at: max(0, item.options.count - 1))
            return say(Catalog.choose(lastLetter: last)) + "  " + say(Catalog.answeringKeys)
        case .card: return say(Catalog.cardKeys)
        case .jump(let digits): return say(Catalog.jump(digits))
        case .handIn: return say(Catalog.handInKeys)
        }
    }
}
