import ExamModel

/// A blueprint's rules on average over all forms, with items that the rules do not tell apart put together. What cannot
/// be met here cannot be met by forms.
///
/// For counts of topics and levels alone the converse holds too: their matrix is totally unimodular, so a total that
/// fits can be dealt out to forms that fit (Baum and Trotter, "Integer rounding and polyhedral decomposition", 1981).
struct Relaxation {
    /// One rule, or a side of it, as bounds of a sum over all forms.
    struct Demand {
        let rule: BlueprintRule
        let bounds: LinearSystem.Bounds
        /// Index of the kind of place, or of the problem's row.
        let source: Source
        /// By how much the bounds give way when the rule gives way by one in every form.
        let step: Int
    }

    enum Source: Hashable {
        case kind(Int)
        case row(Int)
    }

    /// More rows of enemies and articles than this are left to the search.
    private static let mostGroups = 40

    let demands: [Demand]
    private let problem: SearchProblem

    /// - Parameter figures: whether means and totals count too, which tells every item apart.
    init(_ problem: SearchProblem, figures: Bool) {
        self.problem = problem
        let forms = problem.forms
        var demands = problem.kinds.enumerated().map { index, kind in
            let rule: BlueprintRule =
                if let topic = kind.topic { .topic(section: kind.section, topic: topic) } else {
                    .section(kind.section)
                }
            let total = kind.count * forms
            return Demand(
                rule: rule, bounds: LinearSystem.Bounds(lower: total, upper: total), source: .kind(index), step: forms)
        }
        let groups = problem.rules.count { $0.isGroup }
        for (index, (row, rule)) in zip(problem.rows, problem.rules).enumerated() {
            guard rule.isFigure ? figures : !rule.isGroup || groups <= Self.mostGroups else { continue }
            let bounds = LinearSystem.Bounds(
                lower: row.lower > -Row.unbounded / 2 ? row.lower * forms : nil,
                upper: row.upper < Row.unbounded / 2 ? row.upper * forms : nil)
            guard bounds.lower != nil || bounds.upper != nil else { continue }
            demands.append(
                Demand(
                    rule: rule, bounds: bounds, source: .row(index),
                    step: forms * (rule.isMean ? problem.placesPerForm : 1)))
        }
        self.demands = demands
    }

    /// The system of the demands at `chosen`, some of them loosened by so many steps.
    func system(_ chosen: [Int], loosened: [Int: Int] = [:]) -> LinearSystem {
        var system = LinearSystem()
        var rowOfSource: [Source: Int] = [:]
        for index in chosen {
            let demand = demands[index]
            let slack = loosened[index, default: 0] * demand.step
            rowOfSource[demand.source] = system.rows.count
            system.rows.append(
                LinearSystem.Bounds(
                    lower: demand.bounds.lower.map { $0 - slack }, upper: demand.bounds.upper.map { $0 + slack }))
        }
        for group in groups(rowOfSource) { add(group, to: &system, rowOfSource) }
        return system
    }

    private struct Group {
        let item: Int
        var uses: Int
        var fixed: Int
    }

    /// Items that stand in the same kinds of places and count alike in every chosen row.
    private func groups(_ rowOfSource: [Source: Int]) -> [Group] {
        var found: [[Int]: Int] = [:]
        var groups: [Group] = []
        let sections = problem.sectionCount
        for item in problem.pool.indices where problem.sectionsOfItem[item] != 0 {
            var signature = [Int(truncatingIfNeeded: problem.sectionsOfItem[item]), Int(problem.topicOfItem[item])]
            for section in 0..<sections where problem.sectionsOfItem[item] >> UInt64(section) & 1 == 1 {
                signature.append(-1 - section)
                for entry in problem.parts(of: item, in: section) where rowOfSource[.row(Int(entry.row))] != nil {
                    signature += [Int(entry.row), Int(entry.coefficient)]
                }
            }
            let fixed = problem.isMustHave[item] ? problem.forms : 0
            if let index = found[signature] {
                groups[index].uses += Int(problem.mostUses[item])
                groups[index].fixed += fixed
            } else {
                found[signature] = groups.count
                groups.append(Group(item: item, uses: Int(problem.mostUses[item]), fixed: fixed))
            }
        }
        return groups
    }

    /// One column for each kind of place that takes the group; together they use its items no more often than allowed.
    private func add(_ group: Group, to system: inout LinearSystem, _ rowOfSource: [Source: Int]) {
        let kinds = problem.kinds.indices.filter { problem.admits(group.item, at: problem.kinds[$0]) }
        let shared = kinds.count > 1
        if shared { system.rows.append(LinearSystem.Bounds(lower: group.fixed, upper: group.uses)) }
        for kind in kinds {
            var entries: [(row: Int, coefficient: Int)] = []
            if let row = rowOfSource[.kind(kind)] { entries.append((row, 1)) }
            for entry in problem.parts(of: group.item, in: problem.kinds[kind].section) {
                if let row = rowOfSource[.row(Int(entry.row))] { entries.append((row, Int(entry.coefficient))) }
            }
            if shared { entries.append((system.rows.count - 1, 1)) }
            system.columns.append(
                LinearSystem.Column(lower: shared ? 0 : group.fixed, upper: group.uses, entries: entries))
        }
    }
}

extension BlueprintRule {
    /// Sums of what was measured or estimated, not counts.
    var isFigure: Bool {
        switch self {
        case .meanP, .spread, .discrimination, .seconds, .reading, .minutes: true
        default: false
        }
    }

    /// Figures that a blueprint states for an item on average.
    var isMean: Bool { self == .meanP || self == .discrimination }

    /// Rules of which there may be very many.
    var isGroup: Bool {
        switch self {
        case .enemies, .perArticle: true
        default: false
        }
    }
}
