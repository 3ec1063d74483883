import ExamModel

extension Answering {
    /// The question before handing in, boxed, over the item.
    func put(_ dialog: HandInDialog, into screen: inout Screen) {
        let width = min(66, screen.size.columns - 6)
        let lines = dialog.step == .check ? checkLines(width: width - 4) : lastLines(width: width - 4)
        let left = (screen.size.columns - width) / 2
        let top = max(3, (screen.size.rows - lines.count - 6) / 2)
        let edge = "+" + String(repeating: "-", count: width - 2) + "+"
        let bottom = top + lines.count + 5
        for row in top...bottom { screen.put(boxed("", width: width), row: row, column: left) }
        screen.put(Line(edge), row: top, column: left)
        screen.put(Line(edge), row: bottom, column: left)
        for (index, line) in lines.enumerated() {
            screen.put(boxed(line, width: width), row: top + 2 + index, column: left)
        }
        putButtons(dialog, into: &screen, row: bottom - 2, column: left, width: width)
    }

    private func checkLines(width: Int) -> [String] {
        let open = items.indices.filter { !isAnswered($0) }.map { $0 + 1 }
        let flagged = items.indices.filter(isFlagged).map { $0 + 1 }
        let sentences = [
            Catalog.checkFirst, Bilingual("", ""), Catalog.answeredCount(items.count - open.count),
            Catalog.unanswered(open.count, list: Catalog.list(open, in: language)),
            Catalog.flagged(flagged.count, list: Catalog.list(flagged, in: language)), finalSentence,
        ]
        return sentences.flatMap { sentence in
            let lines = LineWrap.lines(say(sentence), width: width)
            return lines.count > 4 ? Array(lines.prefix(3)) + ["..."] : lines
        }
    }

    private func lastLines(width: Int) -> [String] {
        [Catalog.lastQuestion, Bilingual("", ""), finalSentence].flatMap { LineWrap.lines(say($0), width: width) }
    }

    private var finalSentence: Bilingual {
        Catalog.final(remaining: Catalog.duration(seconds: remainingSeconds))
    }

    private func boxed(_ text: String, width: Int) -> Line {
        Line("| " + text.padded(to: width - 4) + " |")
    }

    private func putButtons(
        _ dialog: HandInDialog, into screen: inout Screen, row: Int, column: Int, width: Int
    ) {
        let labels = [Catalog.goBack, dialog.step == .check ? Catalog.confirmHandIn : Catalog.handInNow].map(say)
        var line = Line("| ")
        for (index, label) in labels.enumerated() {
            let isHere = dialog.isOnConfirm == (index == 1)
            let start = column + line.width
            line.append("\(isHere ? ">" : " ")[ \(label) ]", isHere ? .reverse : .plain)
            screen.target(row: row, columns: start..<column + line.width, .field(index))
            line.append("    ")
        }
        line.fill(to: width - 1)
        line.append("|")
        screen.put(line, row: row, column: column)
    }
}
