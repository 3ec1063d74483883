import ExamModel

extension ScoreBin {
    /// The scores in twenty bins at most, all but the last as wide as a round number of marks (1, 2 or 5 times a power
    /// of ten).
    static func distribution(of totals: [Mark], full: Mark) -> [ScoreBin] {
        guard full > .zero else { return [] }
        let width = roundWidth(for: full)
        let bins = (full.thousandths + width - 1) / width
        var counts = [Int](repeating: 0, count: bins)
        for total in totals {
            counts[min(max(total.thousandths / width, 0), bins - 1)] += 1
        }
        return counts.enumerated().map { index, count in
            let lower = Mark(thousandths: index * width)
            return ScoreBin(lower: lower, upper: min(lower + Mark(thousandths: width), full), count: count)
        }
    }

    private static func roundWidth(for full: Mark) -> Int {
        var power = 1
        while true {
            for width in [power, 2 * power, 5 * power] where width * 20 >= full.thousandths { return width }
            power *= 10
        }
    }
}
