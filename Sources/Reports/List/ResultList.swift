import ExamModel

/// A table of results, the same for every kind of report: text, and numbers that stay numbers.
struct ResultList {
    struct Column {
        let title: String
        /// How many decimals its marks need to stand in line.
        let decimals: Int
        let kind: Kind
    }

    enum Kind {
        /// A name or a few words that are never broken into lines.
        case word
        case text
        /// A sentence or more.
        case long
        /// Digits that are a name, not an amount: they keep their leading zeros.
        case code
        case number
    }

    enum Cell: Hashable {
        case text(String)
        case count(Int)
        case mark(Mark)
        /// A statistic, rounded to so many decimals.
        case figure(Double, Int)
        case nothing
    }

    let title: String
    let columns: [Column]
    let rows: [[Cell]]

    init(title: String, columns: [(title: String, kind: Kind)], rows: [[Cell]]) {
        self.title = title
        self.rows = rows
        self.columns = columns.enumerated().map { index, column in
            let decimals = rows.map { row in
                switch row[index] {
                case .mark(let mark): mark.decimals
                case .figure(_, let decimals): decimals
                case .text, .count, .nothing: 0
                }
            }
            return Column(title: column.title, decimals: decimals.max() ?? 0, kind: column.kind)
        }
    }
}

extension ResultList.Cell {
    /// The cell as plain text: marks by their shortest decimal.
    var plain: String {
        switch self {
        case .text(let text): text
        case .count(let count): String(count)
        case .mark(let mark): mark.description
        case .figure(let value, let decimals): Decimals.text(value, decimals)
        case .nothing: ""
        }
    }

    static func mark(_ mark: Mark?) -> ResultList.Cell {
        mark.map { .mark($0) } ?? .nothing
    }

    static func figure(_ value: Double?, _ decimals: Int) -> ResultList.Cell {
        value.map { .figure($0, decimals) } ?? .nothing
    }
}

extension Mark {
    /// How many decimals the shortest decimal has.
    var decimals: Int {
        description.split(separator: ".").dropFirst().first?.count ?? 0
    }

    /// With at least so many decimals: `90.50`.
    func text(decimals: Int) -> String {
        let missing = decimals - self.decimals
        guard missing > 0 else { return description }
        return description + (self.decimals == 0 ? "." : "") + String(repeating: "0", count: missing)
    }
}
