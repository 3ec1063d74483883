import ExamModel

/// A blueprint's rules on average over all forms, with items that the rules do not tell apart put together. What cannot
/// be met here cannot be met by forms.
///
/// For counts of topics and levels alone the converse holds too: their matrix is totally unimodular, so a total that
/// fits can be dealt out to forms that fit (Baum and Trotter, "Integer rounding and polyhedral decomposition", 1981).
struct Relaxation {
    /// Items that stand in the same kinds of places and count alike in every demand.
    private struct Group {
        let kinds: [Kind]
        /// Indices into the pool: items of every form first.
        var members: [Int] = []
        var fixed = 0
        var items: Int { members.count - fixed }
        /// In how many forms each of the others may stand.
        var each = 0

        struct Kind: Hashable {
            let kind: Int
            let entries: [Entry]
        }
    }

    private struct Entry: Hashable {
        let demand: Int
        let coefficient: Int
    }

    /// What is assumed other than the blueprint says, to find ways out of a conflict.
    struct Change {
        /// A demand that gives way by so many units.
        var loosened: (demand: Int, units: Int)?
        var forms: Int?
        /// In how many forms an item may stand.
        var uses: Int?
    }

    /// More rows of enemies and articles than this are left to the search.
    private static let mostGroups = 60

    let demands: [Demand]
    let forms: Int
    private let groups: [Group]

    /// - Parameters:
    ///   - figures: whether means and totals count too, which tells most items apart.
    ///   - forms: for how many forms together rows of enemies and articles are looked at.
    init(_ problem: SearchProblem, spread: StatisticTarget?, figures: Bool, bindingFor forms: Int? = nil) {
        var demands = problem.kinds.enumerated().map { index, kind in
            let rule: BlueprintRule =
                if let topic = kind.topic { .topic(section: kind.section, topic: topic) } else {
                    .section(kind.section)
                }
            return Demand(rule, kind: index, count: kind.count)
        }
        let binding = problem.bindingGroups(forms: forms ?? problem.forms)
        for (index, rule) in problem.rules.enumerated() {
            guard rule.isFigure ? figures : !rule.isGroup || binding.contains(index) && binding.count <= Self.mostGroups
            else { continue }
            if let demand = Demand(problem, row: index, spread: spread) { demands.append(demand) }
        }
        self.demands = demands
        self.forms = problem.forms
        groups = Self.groups(problem, demands)
    }

    /// The system of the demands at `chosen`: their rows come first, in the same order.
    func system(_ chosen: [Int], _ change: Change = Change()) -> LinearSystem {
        let forms = change.forms ?? forms
        var system = LinearSystem()
        var rows = Array(repeating: -1, count: demands.count)
        for index in chosen {
            rows[index] = system.rows.count
            let units = change.loosened?.demand == index ? change.loosened?.units ?? 0 : 0
            system.rows.append(demands[index].bounds(loosenedBy: units, forms: forms))
        }
        for group in groups {
            let fixed = group.fixed * forms
            let uses = fixed + group.items * min(forms, change.uses ?? group.each)
            Self.add(group, fixed...uses, to: &system, rows)
        }
        spread(to: &system, rows)
        return system
    }

    /// Sets out with every kind of place filled, evenly over the columns that may stand there.
    private func spread(to system: inout LinearSystem, _ rows: [Int]) {
        var fitting = Array(repeating: [Int](), count: system.rows.count)
        for column in 0..<system.columnCount where system.lower[column] == 0 {
            if let first = system.entries(of: column).first { fitting[first.row].append(column) }
        }
        for (index, demand) in demands.enumerated() where rows[index] >= 0 {
            guard case .kind = demand.source, let wanted = system.rows[rows[index]].upper else { continue }
            let capacity = fitting[rows[index]].reduce(0) { $0 + system.upper[$1] }
            guard capacity > 0 else { continue }
            var (passed, taken) = (0, 0)
            for column in fitting[rows[index]] {
                let upper = system.upper[column]
                passed += upper
                guard (taken + upper) * capacity <= passed * wanted else { continue }
                system.startsAbove[column] = true
                taken += upper
            }
        }
    }

    /// All demands of every form by itself, and how often its items are used over all of them: the columns of the first
    /// form, of the second, and so on.
    var eachForm: LinearSystem {
        let single = system(Array(demands.indices), Change(forms: 1))
        var system = LinearSystem()
        for _ in 0..<forms { system.rows += single.rows }
        let uses = groups.map { group -> Int? in
            guard group.each < forms, group.items > 0 else { return nil }
            system.rows.append(.init(lower: nil, upper: group.fixed * forms + group.items * group.each))
            return system.rows.count - 1
        }
        for form in 0..<forms {
            var column = 0
            for (group, uses) in zip(groups, uses) {
                for _ in group.kinds {
                    system.addColumn(single.lower[column]...single.upper[column])
                    for entry in single.entries(of: column) {
                        let row = form * single.rows.count + entry.row
                        system.add(LinearSystem.Entry(row: row, coefficient: entry.coefficient))
                    }
                    if let uses { system.add(LinearSystem.Entry(row: uses, coefficient: 1)) }
                    column += 1
                }
            }
        }
        return system
    }

    /// The items of the forms that a point of ``eachForm`` in whole numbers stands for, each with the kind of its place.
    /// The items of a group go round, so that none is used too often.
    func items(at point: [Int]) -> [[(item: Int, kind: Int)]] {
        let columns = groups.reduce(0) { $0 + $1.kinds.count }
        var items = Array(repeating: [(item: Int, kind: Int)](), count: forms)
        var column = 0
        for group in groups {
            let others = group.members[group.fixed...]
            var next = others.startIndex
            for form in 0..<forms {
                var waiting = group.members[..<group.fixed]
                for (index, kind) in group.kinds.enumerated() {
                    for _ in 0..<point[form * columns + column + index] {
                        if let fixed = waiting.popFirst() {
                            items[form].append((fixed, kind.kind))
                        } else {
                            items[form].append((group.members[next], kind.kind))
                            next = next + 1 < others.endIndex ? next + 1 : others.startIndex
                        }
                    }
                }
            }
            column += group.kinds.count
        }
        return items
    }

    /// The least and the most that each demand's sum can be when nothing else is asked for.
    var reach: [(least: Int, most: Int)] {
        var reach = Array(repeating: (least: 0, most: 0), count: demands.count)
        for group in groups {
            var ranges: [Int: (least: Int, most: Int, in: Int)] = [:]
            for kind in group.kinds {
                for entry in kind.entries {
                    let range = ranges[entry.demand] ?? (entry.coefficient, entry.coefficient, 0)
                    ranges[entry.demand] = (
                        min(range.least, entry.coefficient), max(range.most, entry.coefficient), range.in + 1
                    )
                }
            }
            for (demand, range) in ranges {
                // Where the group may stand without counting here, nothing forces it to count.
                let free = range.in < group.kinds.count
                let (least, most) = (free ? min(0, range.least) : range.least, free ? max(0, range.most) : range.most)
                let fixed = group.fixed * forms
                let uses = fixed + group.items * group.each
                reach[demand].least += least * (least > 0 ? fixed : uses)
                reach[demand].most += most * (most > 0 ? uses : fixed)
            }
        }
        return reach
    }

    private static func groups(_ problem: SearchProblem, _ demands: [Demand]) -> [Group] {
        var demandOfKind = Array(repeating: -1, count: problem.kinds.count)
        var demandOfRow = Array(repeating: -1, count: problem.rows.count)
        for (index, demand) in demands.enumerated() {
            switch demand.source {
            case .kind(let kind): demandOfKind[kind] = index
            case .row(let row): demandOfRow[row] = index
            }
        }
        var found: [[Group.Kind]: Int] = [:]
        var groups: [Group] = []
        for item in problem.pool.indices where problem.sectionsOfItem[item] != 0 {
            let kinds = problem.kinds.indices.filter { problem.admits(item, at: problem.kinds[$0]) }.map { kind in
                var entries = [Entry(demand: demandOfKind[kind], coefficient: 1)]
                for part in problem.parts(of: item, in: problem.kinds[kind].section) {
                    let demand = demandOfRow[Int(part.row)]
                    if demand >= 0 { entries.append(Entry(demand: demand, coefficient: Int(part.coefficient))) }
                }
                return Group.Kind(kind: kind, entries: entries)
            }
            let index = found[kinds] ?? groups.count
            if index == groups.count {
                found[kinds] = index
                groups.append(Group(kinds: kinds))
            }
            if problem.isMustHave[item] {
                groups[index].members.insert(item, at: groups[index].fixed)
                groups[index].fixed += 1
            } else {
                groups[index].members.append(item)
                groups[index].each = Int(problem.mostUses[item])
            }
        }
        return groups
    }

    /// One column for each kind of place that takes the group; together they use its items as often as allowed.
    private static func add(_ group: Group, _ uses: ClosedRange<Int>, to system: inout LinearSystem, _ rows: [Int]) {
        let shared = group.kinds.count > 1
        let together = system.rows.count
        if shared { system.rows.append(LinearSystem.Bounds(lower: uses.lowerBound, upper: uses.upperBound)) }
        for kind in group.kinds {
            system.addColumn((shared ? 0 : uses.lowerBound)...uses.upperBound)
            for entry in kind.entries where rows[entry.demand] >= 0 {
                system.add(LinearSystem.Entry(row: rows[entry.demand], coefficient: entry.coefficient))
            }
            if shared { system.add(LinearSystem.Entry(row: together, coefficient: 1)) }
        }
    }
}

extension SearchProblem {
    /// Rows of enemies and articles that could be broken on average over so many forms, given how often their items are
    /// used.
    fileprivate func bindingGroups(forms: Int) -> Set<Int> {
        var most = Array(repeating: 0, count: rows.count)
        for item in pool.indices where sectionsOfItem[item] != 0 {
            let section = sectionsOfItem[item].trailingZeroBitCount
            for part in parts(of: item, in: section) { most[Int(part.row)] += min(forms, Int(mostUses[item])) }
        }
        return Set(rows.indices.filter { rules[$0].isGroup && most[$0] > rows[$0].upper * forms })
    }
}
