package import ExamModel

extension CutReliability {
    /// Asks how far the cuts would hold on another paper of the same kind: a bootstrap over items (Efron, Bootstrap
    /// methods: another look at the jackknife, Annals of Statistics 7, 1979).
    ///
    /// Another paper is drawn from each form: in every section as many items as it has, with replacement, so that an item
    /// may count twice and another not at all. Scores are added up anew (floors of sections are not applied), teams are
    /// made of their best again, and the order of the resampled totals is compared with the cut that was made; tie-breaks
    /// do not count. What is said is about chance in the choice of items, not in people's days.
    ///
    /// - Parameters:
    ///   - resamples: How many papers are drawn.
    ///   - seed: The same seed draws the same papers.
    /// - Returns: One for each cut with somebody on either side of it.
    package static func all(
        _ cuts: [Cut], _ marks: ItemMarks, resamples: Int, seed: Seed
    ) -> [CutReliability] {
        let open = cuts.filter { $0.places > 0 && $0.places < $0.entrants.count }
        var generator = SeededGenerator(seed, stream: "another paper")
        var swapped = [Double](repeating: 0, count: open.count)
        var held = [Double](repeating: 0, count: open.count)
        for _ in 0..<resamples {
            let scores = marks.resampled(&generator)
            for (index, cut) in open.enumerated() {
                let totals = cut.totals(scores)
                let (lastIn, firstOut) = (totals[cut.places - 1], totals[cut.places])
                swapped[index] += firstOut > lastIn ? 1 : firstOut == lastIn ? 0.5 : 0
                held[index] += Self.held(totals, places: cut.places)
            }
        }
        return open.enumerated().map { index, cut in
            CutReliability(
                name: cut.name, places: cut.places, resamples: resamples, seed: seed,
                lastIn: cut.entrants[cut.places - 1].name, firstOut: cut.entrants[cut.places].name,
                swapped: swapped[index] / Double(max(resamples, 1)), held: held[index] / Double(max(resamples, 1)))
        }
    }

    /// The share of the first `places` entrants who are among the first `places` by `totals`; those tied at the line
    /// share what is left of the places.
    private static func held(_ totals: [Int], places: Int) -> Double {
        let line = totals.sorted(by: >)[places - 1]
        let above = totals.count { $0 > line }
        let tied = totals.count { $0 == line }
        let share = Double(places - above) / Double(tied)
        return totals.prefix(places).reduce(0.0) { $0 + ($1 > line ? 1 : $1 == line ? share : 0) } / Double(places)
    }
}

extension ItemMarks {
    /// Everybody's score on another paper.
    func resampled(_ generator: inout SeededGenerator) -> [Int] {
        var scores = [Int](repeating: 0, count: count)
        for form in forms {
            var weights: [Int32] = []
            for section in form.sections {
                var drawn = [Int32](repeating: 0, count: section)
                for _ in 0..<section { drawn[generator.below(section)] += 1 }
                weights += drawn
            }
            for (person, row) in zip(form.people, form.marks) {
                var sum = 0
                for item in 0..<min(row.count, weights.count) { sum += Int(row[item] &* weights[item]) }
                scores[person] = sum
            }
        }
        return scores
    }
}
