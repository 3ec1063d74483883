import ExamModel

extension Answering {
    /// The card alone, on a screen too narrow for both.
    func putCard(_ card: AnswerCard, into screen: inout Screen) {
        screen.put(say(Catalog.card) + filterName(card), row: 3, column: 1, .bold)
        screen.putRight(say(Catalog.cardLegend), row: 3)
        put(card, into: &screen, row: 5, column: 1, height: screen.size.rows - 8)
    }

    /// The card at the right of the item.
    func putCardPanel(into screen: inout Screen) {
        let left = screen.size.columns - CardLayout.panelWidth
        for row in 3..<screen.size.rows - 3 { screen.put("|", row: row, column: left - 2) }
        var card: AnswerCard?
        if case .card(let focused) = panel { card = focused }
        screen.put(say(Catalog.card) + (card.map(filterName) ?? ""), row: 3, column: left, .bold)
        put(card, into: &screen, row: 5, column: left, height: screen.size.rows - 10)
        screen.put(say(Catalog.cardLegend), row: screen.size.rows - 4, column: left)
    }

    private func filterName(_ card: AnswerCard) -> String {
        switch card.filter {
        case .all: ""
        case .unanswered: "  " + say(Catalog.onlyUnanswered)
        case .flagged: "  " + say(Catalog.onlyFlagged)
        }
    }

    private func put(_ card: AnswerCard?, into screen: inout Screen, row: Int, column: Int, height: Int) {
        let layout = CardLayout(self, filter: card, screen.size)
        if layout.rows.isEmpty { screen.put(say(Catalog.nothingToShow), row: row, column: column) }
        let focus = layout.row(of: card?.selection ?? position) ?? 0
        let above = max(0, min(focus - height / 2, layout.rows.count - height))
        for (index, content) in layout.rows.enumerated().dropFirst(above).prefix(height) {
            let row = row + index - above
            switch content {
            case .blank: break
            case .title(let title):
                screen.put(title.shortened(to: screen.size.columns - column), row: row, column: column)
            case .cells(let cells): put(cells, of: card, into: &screen, row: row, column: column)
            }
        }
    }

    private func put(_ cells: [Int], of card: AnswerCard?, into screen: inout Screen, row: Int, column: Int) {
        for (place, index) in cells.enumerated() {
            let left = column + place * CardLayout.cellWidth
            screen.put(cell(index), row: row, column: left, index == card?.selection ? .reverse : .plain)
            screen.target(row: row, columns: left..<left + CardLayout.cellWidth, .item(index))
        }
    }

    /// `>*63!`: current, answered, number, flagged.
    private func cell(_ index: Int) -> String {
        let current = index == position ? ">" : " "
        let answered = isAnswered(index) ? "*" : "."
        return "\(current)\(answered)\(index + 1)\(isFlagged(index) ? "!" : "")"
    }
}
