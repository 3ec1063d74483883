import ExamModel

/// The score of a candidate of average ability on a form, when each item is answered in full with its proportion correct,
/// independently of the others: the Poisson-binomial distribution (Wang, "On the number of successes in independent
/// trials", 1993), in whole parts of 10¹².
struct ScoreModel {
    static let whole = 1_000_000_000_000

    /// `chances[n]`: the chance of `n` steps.
    let chances: [Int]

    /// - Parameter items: what each is worth in steps, and its proportion correct in thousandths.
    init(_ items: [(steps: Int, p: Int)]) {
        var chances = [Self.whole]
        for item in items {
            var next = Array(repeating: 0, count: chances.count + item.steps)
            for (score, chance) in chances.enumerated() where chance > 0 {
                let right = chance * item.p / 1000
                next[score + item.steps] += right
                next[score] += chance - right
            }
            chances = next
        }
        self.chances = chances
    }

    /// The chance that two scores differ when everything is alike but the form: the total variation distance, which is
    /// what the best coupling leaves (Levin, Peres and Wilmer, "Markov Chains and Mixing Times", proposition 4.7). In
    /// millionths.
    func distance(to other: ScoreModel) -> Int {
        var sum = 0
        for score in 0..<max(chances.count, other.chances.count) {
            let here = score < chances.count ? chances[score] : 0
            let there = score < other.chances.count ? other.chances[score] : 0
            sum += abs(here - there)
        }
        return sum / 2 / 1_000_000
    }

    var millionths: [Int] { chances.map { $0 / 1_000_000 } }
}

extension Int {
    /// The whole number whose square is nearest below.
    var squareRoot: Int {
        guard self > 0 else { return 0 }
        var root = 1 << ((Int.bitWidth - leadingZeroBitCount + 1) / 2)
        while true {
            let next = (root + self / root) / 2
            if next >= root { return root }
            root = next
        }
    }
}
