import ExamModel

extension FiveNumbers {
    /// Nil of no scores. Medians of an even number are rounded half up to a hundredth of a mark.
    init?(of scores: [Mark]) {
        let sorted = scores.sorted()
        let half = (sorted.count + 1) / 2
        guard let lowest = sorted.first, let highest = sorted.last, let median = Mark.median(of: sorted),
            let lower = Mark.median(of: Array(sorted.prefix(half))),
            let upper = Mark.median(of: Array(sorted.suffix(half)))
        else { return nil }
        self.init(lowest: lowest, lower: lower, median: median, upper: upper, highest: highest)
    }
}
