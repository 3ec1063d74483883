import ExamModel

/// What speaks against a blueprint before any form is made, each finding proven.
struct Feasibility {
    let blueprint: Blueprint
    let problem: SearchProblem
    /// What the blueprint keeps out.
    let leftOut: [LeftOut]

    /// Items that are named but cannot be had, then what counting shows.
    func findings() -> [RuledOut] {
        let named = mustHaves()
        guard named.isEmpty else { return named }
        let shortages = problem.shortages(blueprint)
        guard shortages.isEmpty else {
            return shortages.map {
                RuledOut(
                    rules: [$0.rule(in: blueprint)], code: .bankTooSmall,
                    message: $0.message(in: blueprint, leftOut: leftOut))
            }
        }
        let overlap = leastOverlap()
        guard overlap.isEmpty else { return overlap }
        return onAverage(figures: false).conflicts
    }

    /// What ``findings()`` says; when that is nothing, ``figureConflicts()``.
    func all() -> [RuledOut] {
        let counts = findings()
        return counts.isEmpty ? figureConflicts() : counts
    }

    /// What means and totals cannot be, beside rules of which ``findings()`` has nothing to say.
    func figureConflicts() -> [RuledOut] { problem.hasBoundedFigures ? onAverage(figures: true).conflicts : [] }

    /// Forms whose items are together what the blueprint wants on average; nil when none were made.
    func dealt(_ generator: inout SeededGenerator) -> [[(item: Int, kind: Int)]]? {
        let (_, relaxation, point) = onAverage(figures: problem.hasBoundedFigures)
        guard let point else { return nil }
        let inner = ConflictSearch(relaxation: relaxation).innerPoint() ?? point
        return relaxation.dealt(from: inner, problem, &generator)
    }

    /// More rows and columns than this are left to the search.
    private static let mostRows = 160
    private static let mostColumns = 1200

    /// What whole numbers cannot be, when the search has ended without forms; for a few small forms, the items of each that
    /// can be. Where items or forms are not told apart the rules that were not looked at may be broken still.
    func inWholeNumbers() -> (conflicts: [RuledOut], forms: [[(item: Int, kind: Int)]]) {
        let relaxation = relaxation(figures: true, groupsBindingFor: problem.forms)
        let search = ConflictSearch(relaxation: relaxation)
        let all = Array(relaxation.demands.indices)
        // What even a single form cannot be is decided more easily than what all cannot be on average.
        for forms in Set([1, problem.forms]).sorted() {
            switch search.wholeNumbers(all, .init(forms: forms)) {
            case .undecided: continue
            case .none: return ([ruledOut(search.wholeNumberConflict(forms: forms))], [])
            case .point(let point): if problem.forms == 1 { return ([], relaxation.items(at: point)) }
            }
        }
        return ([], formByForm())
    }

    /// Several forms at once, each with its own rows; empty when there is none, or too much to look at.
    private func formByForm() -> [[(item: Int, kind: Int)]] {
        let relaxation = relaxation(figures: true, groupsBindingFor: 1)
        guard problem.forms * relaxation.demands.count <= Self.mostRows else { return [] }
        let system = relaxation.eachForm
        guard system.rows.count <= Self.mostRows, system.columnCount <= Self.mostColumns else { return [] }
        var search = WholeNumberSearch()
        guard case .point(let point) = search.solve(system) else { return [] }
        return relaxation.items(at: point)
    }

    private func ruledOut(_ conflict: Conflict) -> RuledOut {
        RuledOut(
            rules: conflict.rules + conflict.mustHaves.map { .mustHave(problem.pool[$0].item.id) },
            code: .blueprintImpossible,
            message: conflict.message(in: blueprint, pool: problem.pool, leftOut: leftOut))
    }

    /// More rows of enemies and articles than this are not looked at all at once.
    private static let mostGroups = 60
    /// How often rows that a point breaks are added.
    private static let mostCuts = 6

    private func relaxation(figures: Bool, groupsBindingFor forms: Int) -> Relaxation {
        let binding = problem.bindingGroups(forms: forms)
        return Relaxation(
            problem, spread: blueprint.rules.spread, figures: figures,
            groupRows: binding.count <= Self.mostGroups ? binding : [])
    }

    /// What cannot be met on average over all forms, or where it can. Of many rows of enemies and articles only those are
    /// looked at that would be broken otherwise.
    ///
    /// - Parameter figures: with means and totals; then the rules without them are known not to conflict.
    private func onAverage(figures: Bool) -> (conflicts: [RuledOut], Relaxation, point: [Int]?) {
        let binding = problem.bindingGroups(forms: problem.forms)
        var rows = binding.count <= Self.mostGroups ? binding : []
        var cuts = 0
        while true {
            let relaxation = Relaxation(problem, spread: blueprint.rules.spread, figures: figures, groupRows: rows)
            let search = ConflictSearch(relaxation: relaxation)
            let found = search.find(countsAreSound: figures) {
                Relaxation(problem, spread: blueprint.rules.spread, figures: figures, groupRows: rows, bySection: true)
            }
            switch found {
            case .conflicts(let conflicts): return (conflicts.map(ruledOut), relaxation, nil)
            case .undecided: return ([], relaxation, nil)
            case .point(let point):
                let broken = problem.groupRows(
                    binding.subtracting(rows), brokenBy: relaxation.uses(at: point, items: problem.pool.count))
                cuts += 1
                guard !broken.isEmpty, cuts < Self.mostCuts, rows.count < 2 * Self.mostGroups else {
                    return ([], relaxation, point)
                }
                rows.formUnion(broken.prefix(Self.mostGroups))
            }
        }
    }

    private func mustHaves() -> [RuledOut] {
        let known = Set(problem.mustHave.map { problem.pool[Int($0)].item.id })
        var findings = blueprint.rules.mustHave.filter { !known.contains($0) }.map { id in
            RuledOut(
                rules: [.mustHave(id)], code: .blueprintImpossible,
                message: Bilingual(
                    "必选题 \(id) 不能用：题库里没有、未审定、被列为不用，或近期用过；请从 must-have 去掉或改用别的题",
                    "the must-have item \(id) is not available; take it out or name another"))
        }
        for item in problem.mustHave where problem.sectionsOfItem[Int(item)] == 0 {
            let id = problem.pool[Int(item)].item.id
            findings.append(
                RuledOut(
                    rules: [.mustHave(id)], code: .blueprintImpossible,
                    message: Bilingual(
                        "必选题 \(id) 的题型或知识领域不在任何大题里；请从 must-have 去掉，或增加相应的大题或领域",
                        "no section takes the must-have item \(id); take it out or add a section or topic")))
        }
        return findings
    }

    /// Two forms cannot share less than an even use of the items makes them share on average.
    private func leastOverlap() -> [RuledOut] {
        guard problem.sharing, let most = blueprint.rules.mostShared else { return [] }
        let bound = OverlapBound(problem)
        guard bound.sharedItems > most * bound.pairs else { return [] }
        return [
            RuledOut(
                rules: [.shared], code: .blueprintImpossible,
                message: Bilingual(
                    "任两套至多共用 \(most) 题做不到：即使每题用得一样多，\(problem.forms) 套平均也要共用 \(bound.meanText) 题；"
                        + "请放宽 most-shared 到 \(bound.meanRoundedUp)，或减少套数",
                    "no two forms can share at most \(most) items: even use makes \(problem.forms) forms share "
                        + "\(bound.meanText) on average; allow \(bound.meanRoundedUp), or ask for fewer forms"))
        ]
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

    /// Those of the rows that items used so often (in thousandths) break, the worst first.
    fileprivate func groupRows(_ candidates: Set<Int>, brokenBy uses: [Int]) -> [Int] {
        var sums = Array(repeating: 0, count: rows.count)
        for item in pool.indices where uses[item] > 0 {
            let section = sectionsOfItem[item].trailingZeroBitCount
            for part in parts(of: item, in: section) { sums[Int(part.row)] += uses[item] }
        }
        let excess = { (row: Int) in sums[row] - rows[row].upper * forms * 1000 }
        return candidates.filter { excess($0) > 0 }.sorted { (excess($1), $0) < (excess($0), $1) }
    }

    fileprivate var hasBoundedFigures: Bool {
        zip(rows, rules).contains {
            $1.isFigure && ($0.lower > -Row.unbounded / 2 || $0.upper < Row.unbounded / 2)
        }
    }
}

extension Shortage {
    func rule(in blueprint: Blueprint) -> BlueprintRule {
        guard let domain, let topic = blueprint.topics.firstIndex(where: { $0.domain == domain }) else {
            return .section(section)
        }
        return .topic(section: section, topic: topic)
    }
}

extension OverlapBound {
    /// The mean overlap with two decimals, cut off.
    var meanText: String {
        guard pairs > 0 else { return "0" }
        let hundredths = sharedItems * 100 / pairs
        return "\(hundredths / 100)." + String(String(100 + hundredths % 100).dropFirst())
    }
}
