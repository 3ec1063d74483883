import ExamModel

/// What contestants are ordered by: the total, then the rules' tie-breaks in order. Greater merit goes first.
struct Merit: Hashable, Comparable {
    let total: Mark
    /// One figure a tie-break, more going first: thousandths of a mark, or seconds as a negative number.
    let tieBreaks: [Int]

    static func < (left: Merit, right: Merit) -> Bool {
        if left.total != right.total { return left.total < right.total }
        return left.tieBreaks.lexicographicallyPrecedes(right.tieBreaks)
    }
}

extension Merit {
    /// A person's merit; nil when no component has the section that a tie-break names.
    init?(of person: PersonMarks, by rules: [TieBreak]) {
        total = person.total
        var figures: [Int] = []
        for rule in rules {
            switch rule {
            case .section(let title):
                guard let marks = person.section(title) else { return nil }
                figures.append(marks.thousandths)
            case .time: figures.append(-person.seconds)
            case .component(let name): figures.append(person.marks(in: name).thousandths)
            case .bestMember: figures.append(0)
            }
        }
        tieBreaks = figures
    }

    /// The merit of a team: figures are sums over its counted members, but for what belongs to the team.
    init(of counted: [Person], components: [ComponentMark], by rules: [TieBreak]) {
        total = components.reduce(.zero) { $0 + $1.counts }
        tieBreaks = rules.enumerated().map { index, rule in
            switch rule {
            case .section, .time: counted.reduce(0) { $0 + $1.merit.tieBreaks[index] }
            case .component(let name): components.first { $0.name == name }?.marks.thousandths ?? 0
            case .bestMember: counted.map(\.merit.total.thousandths).max() ?? 0
            }
        }
    }
}
