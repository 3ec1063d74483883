import ExamModel

/// Simultaneous local search over all forms: exchanges items of the same cell, between forms or with unused ones,
/// until every form's difficulty levels lie as near their targets as the search can bring them.
///
/// All arithmetic is in whole numbers and every draw comes from the generator, so a seed always gives the same forms.
struct LevelSearch {
    /// How many exchanges are tried in a row without gain before the search gives up.
    private static let patience = 20_000

    private let plan: CellPlan
    private let levels: [Int]
    private let targets: [Int]
    /// For each cell its candidates in a drawn order; the first `count × forms` are taken, form by form.
    private(set) var draws: [[Int]]
    /// For each form the number of items on each level.
    private var counts: [[Int]]

    init(_ plan: CellPlan, _ blueprint: Blueprint, pool: [Item], generator: inout SeededGenerator) {
        self.plan = plan
        levels = pool.map { $0.difficulty.rawValue - 1 }
        targets = blueprint.levelTargets
        draws = plan.cells.map { cell in
            var order = cell.candidates
            generator.shuffle(&order)
            return order
        }
        counts = Array(repeating: Array(repeating: 0, count: Difficulty.allCases.count), count: blueprint.forms)
        for (cell, draw) in zip(plan.cells, draws) {
            for position in 0..<cell.count * blueprint.forms {
                counts[position / cell.count][levels[draw[position]]] += 1
            }
        }
    }

    /// The largest distance of any form's level from its target.
    var worst: Int {
        counts.map { form in zip(form, targets).map { abs($0 - $1) }.max() ?? 0 }.max() ?? 0
    }

    mutating func run(_ generator: inout SeededGenerator) {
        let movable = plan.cells.indices.filter { plan.cells[$0].count > 0 && draws[$0].count > 1 }
        guard !movable.isEmpty else { return }
        var idle = 0
        while idle < Self.patience, worst > 0 {
            let cell = movable[generator.below(movable.count)]
            let taken = plan.cells[cell].count * counts.count
            let first = generator.below(taken)
            let second = generator.below(draws[cell].count)
            let change = exchange(first, second, in: cell)
            if change > 0 { _ = exchange(first, second, in: cell) }
            idle = change < 0 ? 0 : idle + 1
        }
    }

    /// Exchanges two positions of a cell's draw and returns the change of the sum of squared distances.
    private mutating func exchange(_ first: Int, _ second: Int, in cell: Int) -> Int {
        let count = plan.cells[cell].count
        let (firstForm, secondForm) = (first / count, second / count)
        let firstLevel = levels[draws[cell][first]]
        let secondLevel = levels[draws[cell][second]]
        guard firstForm != secondForm else { return 0 }
        let before = distance(firstForm) + distance(secondForm)
        draws[cell].swapAt(first, second)
        move(firstForm, from: firstLevel, to: secondLevel)
        move(secondForm, from: secondLevel, to: firstLevel)
        return distance(firstForm) + distance(secondForm) - before
    }

    /// Positions behind the last form are unused items: they count nowhere.
    private mutating func move(_ form: Int, from old: Int, to new: Int) {
        guard form < counts.count else { return }
        counts[form][old] -= 1
        counts[form][new] += 1
    }

    private func distance(_ form: Int) -> Int {
        guard form < counts.count else { return 0 }
        return zip(counts[form], targets).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
}

extension Blueprint {
    /// Items wanted on each of the five levels, easiest first.
    var levelTargets: [Int] {
        let wanted = Share.apportion(itemCount, by: difficulties.map(\.share))
        let byLevel = Dictionary(zip(difficulties.map(\.difficulty), wanted), uniquingKeysWith: +)
        return Difficulty.allCases.map { byLevel[$0] ?? 0 }
    }
}
