import ExamModel

/// What contestants are ordered by: the total, then the rules' tie-breaks in order. Greater merit goes first.
struct Merit: Hashable, Comparable {
    let total: Mark
    /// One figure a tie-break, more going first: thousandths of a mark in a section, or seconds as a negative number.
    let tieBreaks: [Int]

    static func < (left: Merit, right: Merit) -> Bool {
        if left.total != right.total { return left.total < right.total }
        return left.tieBreaks.lexicographicallyPrecedes(right.tieBreaks)
    }

    /// The merit of a team whose counted members have these merits.
    static func sum(_ merits: [Merit], tieBreaks: Int) -> Merit {
        let none = Merit(total: .zero, tieBreaks: [Int](repeating: 0, count: tieBreaks))
        return merits.reduce(none) { sum, merit in
            Merit(total: sum.total + merit.total, tieBreaks: zip(sum.tieBreaks, merit.tieBreaks).map(+))
        }
    }
}

extension Merit {
    /// A score's merit; nil when the score lacks a section that a tie-break names.
    init?(of score: Score, by rules: [TieBreak]) {
        total = score.total
        var figures: [Int] = []
        for rule in rules {
            switch rule {
            case .section(let title):
                let sections = score.sections.filter { $0.title == title }
                guard !sections.isEmpty else { return nil }
                figures.append(sections.reduce(0) { $0 + $1.marks.thousandths })
            case .time:
                figures.append(-score.seconds)
            }
        }
        tieBreaks = figures
    }
}
