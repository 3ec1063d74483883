import ExamModel

extension Relaxation {
    /// How often each item is used at a point of the system of all demands, in thousandths.
    func uses(at point: [Int], items: Int) -> [Int] {
        var uses = Array(repeating: 0, count: items)
        var column = 0
        for group in groups {
            let sum = point[column..<column + group.kinds.count].reduce(0, +)
            column += group.kinds.count
            for item in group.fixedMembers { uses[item] = forms * 1000 }
            guard group.items > 0 else { continue }
            for item in group.members[group.fixed...] {
                uses[item] = max(0, sum - group.fixed * forms * 1000) / group.items
            }
        }
        return uses
    }

    /// Forms whose items together are as near as whole numbers can be to a point of the system of all demands: level by
    /// level and from easy to hard dealt out to the forms, so that these are alike. Nil when that fills no forms.
    func dealt(
        from point: [Int], _ problem: SearchProblem, _ generator: inout SeededGenerator
    ) -> [[(item: Int, kind: Int)]]? {
        var cells = cells(at: point, problem)
        guard round(&cells, problem) else { return nil }
        var forms = Array(repeating: [(item: Int, kind: Int)](), count: forms)
        for kind in problem.kinds.indices {
            var order = Array(forms.indices)
            generator.shuffle(&order)
            var next = 0
            for cell in cells where cell.kind == kind {
                guard let copies = cell.copies(problem) else { return nil }
                for item in copies {
                    forms[order[next % order.count]].append((item, kind))
                    next += 1
                }
            }
        }
        let isSound = forms.allSatisfy { Set($0.map(\.item)).count == problem.placesPerForm }
        return isSound ? forms : nil
    }

    /// The items of one level in the places of one kind.
    private struct Cell {
        let kind: Int
        let level: Int
        /// How often they are used, in thousandths, and so often as whole numbers.
        var uses = 0
        var count = 0
        var items: [(item: Int, uses: Int, most: Int)] = []

        /// Every item as often as it is used, from easy to hard; nil when they are too few.
        func copies(_ problem: SearchProblem) -> [Int]? {
            let items = items.sorted {
                (problem.pool[$0.item].expectedP, $0.item) < (problem.pool[$1.item].expectedP, $1.item)
            }
            var carried = 0
            var counts = items.map { entry in
                carried += entry.uses
                let uses = min(entry.most, max(0, (carried + 500) / 1000))
                carried -= uses * 1000
                return uses
            }
            var missing = count - counts.reduce(0, +)
            for index in counts.indices where missing != 0 && !problem.isMustHave[items[index].item] {
                let change = max(-counts[index], min(missing, items[index].most - counts[index]))
                counts[index] += change
                missing -= change
            }
            guard missing == 0 else { return nil }
            return zip(items, counts).flatMap { Array(repeating: $0.item, count: $1) }
        }
    }

    /// Kind by kind, level by level.
    private func cells(at point: [Int], _ problem: SearchProblem) -> [Cell] {
        let levels = Difficulty.allCases.count
        var cells = problem.kinds.indices.flatMap { kind in (0..<levels).map { Cell(kind: kind, level: $0) } }
        var column = 0
        for group in groups {
            for (index, kind) in group.kinds.enumerated() {
                let uses = point[column]
                column += 1
                let level = problem.pool[group.members[0]].item.difficulty.rawValue - 1
                let cell = kind.kind * levels + level
                // A must-have that fits several kinds of places is counted with the first.
                let fixed = index == 0 ? group.fixed : 0
                for item in group.members[..<fixed] { cells[cell].items.append((item, forms * 1000, forms)) }
                cells[cell].uses += uses
                guard group.items > 0 else { continue }
                let rest = max(0, uses - fixed * forms * 1000) / group.items
                for item in group.members[group.fixed...] { cells[cell].items.append((item, rest, group.each)) }
            }
        }
        return cells
    }

    /// What a sum of uses may be off a whole number for having been cut off.
    private static let precision = 40

    /// Rounds the cells up or down so that kinds and levels keep their sums: a transport problem, of which every corner is
    /// a point in whole numbers.
    private func round(_ cells: inout [Cell], _ problem: SearchProblem) -> Bool {
        var system = LinearSystem()
        var uses = Array(repeating: 0, count: Difficulty.allCases.count)
        var below = uses
        for index in cells.indices {
            cells[index].count = (cells[index].uses + Self.precision) / 1000
            uses[cells[index].level] += cells[index].uses
            below[cells[index].level] += cells[index].count
        }
        for kind in problem.kinds.indices {
            let missing = problem.kinds[kind].count * forms - cells.reduce(0) { $0 + ($1.kind == kind ? $1.count : 0) }
            system.rows.append(.init(lower: missing, upper: missing))
        }
        for (uses, below) in zip(uses, below) {
            let (least, most) = ((uses + Self.precision) / 1000, (uses + 1000 - Self.precision) / 1000)
            system.rows.append(.init(lower: least - below, upper: max(least, most) - below))
        }
        for cell in cells {
            let isBetween = cell.uses - cell.count * 1000 > Self.precision
            system.addColumn(0...(isBetween ? 1 : 0))
            system.add(.init(row: cell.kind, coefficient: 1))
            system.add(.init(row: problem.kinds.count + cell.level, coefficient: 1))
        }
        var simplex = Simplex(system)
        guard simplex.solve(steps: 10_000) == .feasible, simplex.fraction == nil else { return false }
        for (index, more) in simplex.wholeValues.enumerated() { cells[index].count += more }
        return true
    }
}
