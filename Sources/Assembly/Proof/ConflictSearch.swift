import ExamModel

/// Looks for the smallest set of rules that conflict.
struct ConflictSearch {
    private static let steps = 20_000
    /// How many sets are tried for a smaller conflict than the first found.
    private static let mostSets = 2000

    let relaxation: Relaxation

    /// Rules of which none is known to be dispensable, from those that no whole numbers meet though fractions do.
    ///
    /// - Parameter forms: how many are too many.
    func wholeNumberConflict(forms: Int) -> Conflict {
        var core = Array(relaxation.demands.indices)
        for index in core {
            let rest = core.filter { $0 != index }
            if wholeNumbers(rest, .init(forms: forms)) == .none { core = rest }
        }
        let ways = core.compactMap { index in
            least(in: Self.mostWholeUnits) {
                if case .point = wholeNumbers(core, .init(loosened: (index, $0), forms: forms)) { true } else { false }
            }.map { Conflict.Way.loosen(relaxation.demands[index].rule, by: $0) }
        }
        return Conflict(
            rules: core.map { relaxation.demands[$0].rule }, ways: ways, available: nil, wanted: nil)
    }

    private static let mostWholeUnits = 64

    /// Whether whole numbers meet the demands at `chosen`.
    func wholeNumbers(
        _ chosen: [Int], _ change: Relaxation.Change = Relaxation.Change()
    ) -> WholeNumberSearch.Verdict {
        var search = WholeNumberSearch()
        return search.solve(relaxation.system(chosen, change))
    }

    /// Every rule that the pool cannot meet by itself; when there is none, one smallest set that conflicts; when there is
    /// none, nothing.
    ///
    /// - Parameter isSound: whether the demands that are not figures are known not to conflict among themselves.
    func conflicts(countsAreSound isSound: Bool) -> [Conflict] {
        let all = Array(relaxation.demands.indices)
        let reach = relaxation.reach
        let alone = all.filter { index in
            let bounds = relaxation.demands[index].bounds(forms: relaxation.forms)
            return bounds.lower.map { $0 > reach[index].most } ?? false
                || bounds.upper.map { $0 < reach[index].least } ?? false
        }
        guard alone.isEmpty else { return alone.map { conflict([$0], reach) } }
        guard let support = support(of: all) else { return [] }
        return [conflict(smallest(reduced(support), besides: isSound ? { $0.isFigure } : { _ in true }), reach)]
    }

    private func verdict(
        _ chosen: [Int], _ change: Relaxation.Change = Relaxation.Change()
    ) -> (system: LinearSystem, weights: [Int128]?) {
        let system = relaxation.system(chosen, change)
        var simplex = Simplex(system)
        guard case .infeasible(let weights) = simplex.solve(steps: Self.steps) else { return (system, nil) }
        return (system, weights)
    }

    /// The demands with a weight in the proof that `chosen` cannot be met together; nil when there is no proof.
    private func support(of chosen: [Int]) -> [Int]? {
        guard let weights = verdict(chosen).weights else { return nil }
        return chosen.indices.filter { weights[$0] != 0 }.map { chosen[$0] }
    }

    /// Leaves out demands as long as the rest still conflicts: half of them, a quarter and so on, in the end one after
    /// another (Chinneck's deletion filter, 1991). What is needed by a set is needed by every part of it that conflicts.
    private func reduced(_ support: [Int]) -> [Int] {
        var core = support
        var size = max(1, core.count / 2)
        while true {
            var start = 0
            while start < core.count, core.count > 1 {
                let end = min(start + size, core.count)
                if let rest = self.support(of: Array(core[..<start] + core[end...])) {
                    core = rest
                } else {
                    start += size
                }
            }
            guard size > 1 else { return core }
            size /= 2
        }
    }

    /// A conflict of fewer rules than `core`, if trying the sets of that size does not take too long.
    private func smallest(_ core: [Int], besides mayConflict: (BlueprintRule) -> Bool) -> [Int] {
        guard core.count > 2 else { return core }
        let all = relaxation.demands.indices
        let first = all.filter { mayConflict(relaxation.demands[$0].rule) }
        guard first.count * all.count <= Self.mostSets else { return core }
        for one in first {
            for other in all where other != one && (other > one || !first.contains(other)) {
                if let pair = support(of: [min(one, other), max(one, other)]) { return pair }
            }
        }
        return core
    }

    private func conflict(_ core: [Int], _ reach: [(least: Int, most: Int)]) -> Conflict {
        var ways = core.compactMap { index in
            loosening(index, in: core).map { Conflict.Way.loosen(relaxation.demands[index].rule, by: $0) }
        }
        if let uses = least(in: relaxation.forms, { verdict(core, .init(uses: $0)).weights == nil }) {
            ways.append(.uses(uses))
        }
        if let fewer = least(
            in: relaxation.forms - 1, { verdict(core, .init(forms: relaxation.forms - $0)).weights == nil })
        {
            ways.append(.forms(relaxation.forms - fewer))
        }
        let wanted = core.count == 1 ? relaxation.demands[core[0]].bounds(forms: relaxation.forms).lower : nil
        let most = core.count == 1 ? reach[core[0]].most : nil
        let isShort = wanted.flatMap { wanted in most.map { wanted > $0 } } ?? false
        return Conflict(
            rules: core.map { relaxation.demands[$0].rule }, ways: ways, available: isShort ? most : nil,
            wanted: isShort ? wanted : nil)
    }

    /// The least amount by which one demand has to give way for the conflict to end; nil when no amount helps. Every
    /// proof that an amount is too small names the next that could do (Newton's method on a concave function).
    private func loosening(_ index: Int, in core: [Int]) -> Int? {
        guard let row = core.firstIndex(of: index) else { return nil }
        var units = 0
        while units < 1 << 20 {
            let (system, weights) = verdict(core, .init(loosened: (index, units)))
            guard let weights else { return units }
            guard weights[row] != 0, let gap = system.gap(by: weights) else { return nil }
            let next = enough(index, gap, weight: weights[row], from: units)
            guard let next else { return nil }
            units = next
        }
        return nil
    }

    /// The least amount beyond `units` by which a demand closes a gap.
    private func enough(_ index: Int, _ gap: Int128, weight: Int128, from units: Int) -> Int? {
        let demand = relaxation.demands[index]
        func bound(_ units: Int) -> Int? {
            let bounds = demand.bounds(loosenedBy: units, forms: relaxation.forms)
            return weight > 0 ? bounds.upper : bounds.lower
        }
        func closes(_ more: Int) -> Bool {
            guard let now = bound(units), let then = bound(units + more) else { return false }
            return Int128((now - then).magnitude) * Int128(weight.magnitude) >= gap
        }
        var high = 1
        while !closes(high) {
            high *= 2
            if high > 1 << 20 { return nil }
        }
        var low = high / 2
        while high - low > 1 {
            let middle = (low + high) / 2
            if closes(middle) { high = middle } else { low = middle }
        }
        return units + high
    }

    /// The least number from 1 to `most` that will do, when all larger ones do as well; nil when none does.
    private func least(in most: Int, _ does: (Int) -> Bool) -> Int? {
        guard most > 0, does(most) else { return nil }
        var (low, high) = (0, most)
        while high - low > 1 {
            let middle = (low + high) / 2
            if does(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
