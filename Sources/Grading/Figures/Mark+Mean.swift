import ExamModel

extension Mark {
    /// The arithmetic mean, rounded half up to a hundredth; nil of no marks. Marks are never below zero here.
    static func mean(of marks: [Mark]) -> Mark? {
        guard !marks.isEmpty else { return nil }
        let sum = marks.reduce(0) { $0 + $1.thousandths }
        let count = marks.count * 10
        return Mark(thousandths: (2 * sum + count) / (2 * count) * 10)
    }

    /// The mean of the middle one or two.
    static func median(of marks: [Mark]) -> Mark? {
        let sorted = marks.sorted()
        let middle = sorted.dropFirst((sorted.count - 1) / 2).prefix(sorted.count.isMultiple(of: 2) ? 2 : 1)
        return mean(of: Array(middle))
    }
}
