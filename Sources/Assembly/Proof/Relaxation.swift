import ExamModel

/// A blueprint's rules on average over all forms, with items that the rules do not tell apart put together. What cannot
/// be met here cannot be met by forms.
///
/// For counts of topics and levels alone the converse holds too: their matrix is totally unimodular, so a total that
/// fits can be dealt out to forms that fit (Baum and Trotter, "Integer rounding and polyhedral decomposition", 1981).
struct Relaxation {
    /// Items that stand in the same kinds of places and count alike in every demand.
    struct Group {
        let kinds: [Kind]
        /// Indices into the pool: items of every form first.
        var members: [Int] = []
        var fixed = 0
        var items: Int { members.count - fixed }
        var fixedMembers: ArraySlice<Int> { members[..<fixed] }
        /// In how many forms each of the others may stand.
        var each = 0

        struct Kind: Hashable {
            let kind: Int
            let entries: [Entry]
        }
    }

    struct Entry: Hashable {
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
        /// Items (indices into the pool) that need not stand in every form.
        var freed: Set<Int> = []
        /// By how many sixteenths of the way to their middle the bounds of figures come nearer.
        var tightened = 0
    }

    let demands: [Demand]
    let forms: Int
    let groups: [Group]

    /// - Parameters:
    ///   - figures: whether means and totals count too, which tells most items apart.
    ///   - groupRows: the rows of enemies and articles to look at.
    ///   - bySection: whether topics are left out: only the size of every section counts.
    init(
        _ problem: SearchProblem, spread: StatisticTarget?, figures: Bool, groupRows: Set<Int>, bySection: Bool = false
    ) {
        var demands: [Demand] = []
        for (index, kind) in problem.kinds.enumerated() {
            if bySection {
                guard index == 0 || problem.kinds[index - 1].section != kind.section else { continue }
                let kinds = problem.kinds.filter { $0.section == kind.section }
                demands.append(Demand(section: kind.section, count: kinds.reduce(0) { $0 + $1.count }))
            } else if let topic = kind.topic {
                demands.append(Demand(.topic(section: kind.section, topic: topic), kind: index, count: kind.count))
            } else {
                demands.append(Demand(.section(kind.section), kind: index, count: kind.count))
            }
        }
        for (index, rule) in problem.rules.enumerated() {
            guard rule.isFigure ? figures : !rule.isGroup || groupRows.contains(index) else { continue }
            if let demand = Demand(problem, row: index, spread: spread) { demands.append(demand) }
        }
        self.demands = demands
        self.forms = problem.forms
        groups = Self.groups(problem, demands)
    }

    /// The system of the demands at `chosen`: their rows come first, in the same order.
    func system(_ chosen: [Int], _ change: Change = Change()) -> LinearSystem {
        var system = LinearSystem()
        var rows = Array(repeating: -1, count: demands.count)
        for index in chosen {
            rows[index] = system.rows.count
            system.rows.append(bounds(of: index, change))
        }
        for group in groups { Self.add(group, uses(of: group, change), to: &system, rows) }
        let kinds = chosen.filter { demands[$0].countsPlaces }
        let figures = chosen.filter { demands[$0].rule.isFigure }
        system.startsAbove =
            StartingPoint(system, kinds: kinds.map { rows[$0] }, figures: figures.map { rows[$0] })
            .startsAbove
        return system
    }

    /// Gives the rows and columns of the system of all demands other bounds: only the demands at `chosen` have any.
    func bind(_ system: inout LinearSystem, to chosen: [Int], _ change: Change = Change()) {
        for index in demands.indices { system.rows[index] = .none }
        for index in chosen { system.rows[index] = bounds(of: index, change) }
        var (row, column) = (demands.count, 0)
        for group in groups {
            let uses = uses(of: group, change)
            let isShared = group.kinds.count > 1
            if isShared {
                system.rows[row] = LinearSystem.Bounds(lower: uses.lowerBound, upper: uses.upperBound)
                row += 1
            }
            for _ in group.kinds {
                system.lower[column] = isShared ? 0 : uses.lowerBound
                system.upper[column] = uses.upperBound
                column += 1
            }
        }
    }

    private func bounds(of index: Int, _ change: Change) -> LinearSystem.Bounds {
        let units = change.loosened?.demand == index ? change.loosened?.units ?? 0 : 0
        let bounds = demands[index].bounds(loosenedBy: units, forms: change.forms ?? forms)
        guard change.tightened > 0, demands[index].rule.isFigure, let lower = bounds.lower, let upper = bounds.upper
        else {
            return bounds
        }
        let step = (upper - lower) / 2 * change.tightened / 16
        return LinearSystem.Bounds(lower: lower + step, upper: upper - step)
    }

    /// How often a group's items may and must stand in all forms together.
    private func uses(of group: Group, _ change: Change) -> ClosedRange<Int> {
        let forms = change.forms ?? forms
        let fixed = change.freed.isEmpty ? group.fixed : group.fixedMembers.count { !change.freed.contains($0) }
        let most = group.fixed * forms + group.items * min(forms, change.uses ?? group.each)
        return fixed * forms...most
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

    /// Items of every form that count in one of the demands.
    func mustHaves(in chosen: [Int]) -> [Int] {
        let chosen = Set(chosen)
        return groups.filter { group in
            group.fixed > 0 && group.kinds.contains { $0.entries.contains { chosen.contains($0.demand) } }
        }.flatMap(\.fixedMembers).sorted()
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
            case .section(let section):
                for kind in problem.kinds.indices where problem.kinds[kind].section == section {
                    demandOfKind[kind] = index
                }
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
