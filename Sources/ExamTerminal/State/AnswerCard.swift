/// The answer card (答题卡) when the keys are on it.
package struct AnswerCard: Hashable, Sendable {
    package enum Filter: Hashable, Sendable {
        case all, unanswered, flagged
    }

    /// The index of the item that the cursor is on.
    package private(set) var selection: Int
    package private(set) var filter = Filter.all

    package init(selection: Int) {
        self.selection = selection
    }

    /// Whether the item at `index` stands on the card.
    func shows(_ index: Int, of answering: Answering) -> Bool {
        switch filter {
        case .all: true
        case .unanswered: !answering.isAnswered(index)
        case .flagged: answering.isFlagged(index)
        }
    }

    mutating func handle(_ input: Input, in answering: inout Answering, _ size: ScreenSize) {
        let layout = CardLayout(answering, filter: self, size)
        switch input {
        case .escape, .tab:
            answering.panel = .item
            return
        case .enter, .character(" "):
            if shows(selection, of: answering) { answering.go(to: selection) }
            answering.panel = .item
            return
        case .handIn:
            answering.panel = .item
            _ = answering.handle(.handIn, in: size)
            return
        case .left: selection = layout.neighbour(of: selection, by: -1)
        case .right: selection = layout.neighbour(of: selection, by: 1)
        case .up: selection = layout.neighbour(above: selection)
        case .down: selection = layout.neighbour(below: selection)
        case .home: selection = layout.items.first ?? selection
        case .end: selection = layout.items.last ?? selection
        case .character("u"), .character("U"): toggle(.unanswered, answering, size)
        case .character("m"), .character("M"): toggle(.flagged, answering, size)
        default: break
        }
        answering.panel = .card(self)
    }

    private mutating func toggle(_ chosen: Filter, _ answering: Answering, _ size: ScreenSize) {
        filter = filter == chosen ? .all : chosen
        let items = CardLayout(answering, filter: self, size).items
        if !items.contains(selection) { selection = items.first { $0 > selection } ?? items.last ?? selection }
    }
}
