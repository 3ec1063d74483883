import ExamModel

/// The answer card as rows of cells, section by section.
struct CardLayout {
    enum Row {
        case title(String)
        case blank
        /// Indices of items.
        case cells([Int])
    }

    static let panelWidth = 37
    static let cellWidth = 6

    private(set) var rows: [Row] = []

    init(_ answering: Answering, filter card: AnswerCard?, _ size: ScreenSize) {
        let width = size.isWide ? Self.panelWidth : size.columns - 2
        let perRow = width / Self.cellWidth
        var first = 0
        for (number, section) in answering.content.sections.enumerated() {
            let all = first..<first + section.questions.count
            first = all.upperBound
            let shown = all.filter { card?.shows($0, of: answering) ?? true }
            guard !shown.isEmpty else { continue }
            if !rows.isEmpty { rows.append(.blank) }
            rows.append(.title(Self.title(number, section.title, all, answering.language)))
            for start in stride(from: 0, to: shown.count, by: perRow) {
                rows.append(.cells(Array(shown[start..<min(start + perRow, shown.count)])))
            }
        }
    }

    /// All items on the card.
    var items: [Int] { cellRows.flatMap(\.self) }

    /// The item `step` places further on, staying at the ends.
    func neighbour(of item: Int, by step: Int) -> Int {
        let all = items
        guard let place = all.firstIndex(of: item) else { return item }
        return all[max(0, min(all.count - 1, place + step))]
    }

    func neighbour(above item: Int) -> Int { neighbour(of: item, rows: -1) }

    func neighbour(below item: Int) -> Int { neighbour(of: item, rows: 1) }

    /// The row in ``rows`` that holds `item`.
    func row(of item: Int) -> Int? {
        rows.firstIndex { if case .cells(let cells) = $0 { cells.contains(item) } else { false } }
    }

    private var cellRows: [[Int]] {
        rows.compactMap { if case .cells(let cells) = $0 { cells } else { nil } }
    }

    private func neighbour(of item: Int, rows step: Int) -> Int {
        let all = cellRows
        guard let row = all.firstIndex(where: { $0.contains(item) }), let column = all[row].firstIndex(of: item),
            all.indices.contains(row + step)
        else { return item }
        let target = all[row + step]
        return target[min(column, target.count - 1)]
    }

    private static func title(_ number: Int, _ title: String, _ items: Range<Int>, _ language: Language) -> String {
        let prefix = Catalog.sectionNumber(number).text(in: language)
        return (title.hasPrefix(prefix) ? title : prefix + title) + " \(items.lowerBound + 1)-\(items.upperBound)"
    }
}
