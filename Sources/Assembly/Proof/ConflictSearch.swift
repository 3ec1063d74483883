import ExamModel

/// Looks for the smallest set of rules that conflict.
struct ConflictSearch {
    private static let steps = 20_000
    /// How many sets are tried for a smaller conflict than the first found, times the columns of each, and how long each.
    private static let mostLooks = 200_000
    private static let stepsOfSet = 60

    let relaxation: Relaxation
    /// Of all demands.
    private let whole: LinearSystem

    init(relaxation: Relaxation) {
        self.relaxation = relaxation
        whole = relaxation.system(Array(relaxation.demands.indices))
    }

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
            leastUnits {
                if case .point = wholeNumbers(core, .init(loosened: (index, $0), forms: forms)) { true } else { false }
            }.map { Conflict.Way.loosen(relaxation.demands[index].rule, by: $0) }
        }
        return Conflict(
            rules: core.map { relaxation.demands[$0].rule }, mustHaves: [], ways: ways, available: nil, wanted: nil)
    }

    private static let mostWholeUnits = 64

    /// Whether whole numbers meet the demands at `chosen`.
    func wholeNumbers(
        _ chosen: [Int], _ change: Relaxation.Change = Relaxation.Change()
    ) -> WholeNumberSearch.Verdict {
        var search = WholeNumberSearch()
        return search.solve(relaxation.system(chosen, change))
    }

    enum Finding {
        /// Every rule that the pool cannot meet by itself; when there is none, one smallest set that conflicts.
        case conflicts([Conflict])
        /// Where all demands are met: the columns' values in thousandths.
        case point([Int])
        case undecided
    }

    /// - Parameters:
    ///   - isSound: whether the demands that are not figures are known not to conflict among themselves.
    ///   - coarse: the same demands, sections instead of their topics: a conflict that does not need the topics is told
    ///     without them.
    func find(countsAreSound isSound: Bool, coarse: () -> Relaxation) -> Finding {
        let all = Array(relaxation.demands.indices)
        let reach = relaxation.reach
        let alone = all.filter { index in
            let bounds = relaxation.demands[index].bounds(forms: relaxation.forms)
            return bounds.lower.map { $0 > reach[index].most } ?? false
                || bounds.upper.map { $0 < reach[index].least } ?? false
        }
        guard alone.isEmpty else { return .conflicts(alone.compactMap { proof([$0]) }.map { conflict($0, reach) }) }
        switch outcome(all) {
        case .met(let point): return .point(point)
        case .undecided: return .undecided
        case .refuted(let proof):
            let core = smallest(reduced(proof), besides: isSound ? { $0.isFigure } : { _ in true })
            if core.chosen.count(where: { relaxation.demands[$0].rule.isTopic }) > 1 {
                let others = ConflictSearch(relaxation: coarse())
                if let proof = others.proof(Array(others.relaxation.demands.indices)) {
                    return .conflicts([others.conflict(others.reduced(proof), others.relaxation.reach)])
                }
            }
            return .conflicts([conflict(core, reach)])
        }
    }

    /// A point where all demands are met and figures lie as far inside their bounds as they well can; nil when there is none.
    func innerPoint() -> [Int]? {
        for tightened in [12, 8, 5, 3, 2, 1, 0] {
            let system = relaxation.system(Array(relaxation.demands.indices), .init(tightened: tightened))
            var simplex = Simplex(system)
            if simplex.solve(steps: Self.steps) == .feasible { return simplex.point }
        }
        return nil
    }

    /// A proof that some demands cannot be met together, and where the simplex method stood when it was found.
    private struct Proof {
        let chosen: [Int]
        let weights: [Int128]
        let simplex: Simplex

        /// The demands with a weight.
        var support: [Int] { chosen.filter { weights[$0] != 0 } }
    }

    private func bound(_ chosen: [Int], _ change: Relaxation.Change) -> LinearSystem {
        var system = whole
        relaxation.bind(&system, to: chosen, change)
        return system
    }

    private enum Outcome {
        case refuted(Proof)
        /// The columns' values in thousandths.
        case met([Int])
        case undecided
    }

    /// Whether `chosen` can be met together.
    ///
    /// - Parameter known: a proof for other demands: the search goes on from there.
    private func outcome(
        _ chosen: [Int], _ change: Relaxation.Change = Relaxation.Change(), from known: Proof? = nil,
        steps: Int = Self.steps
    ) -> Outcome {
        let system = bound(chosen, change)
        var simplex: Simplex
        if let known {
            if system.isRefuted(by: known.weights) {
                return .refuted(Proof(chosen: chosen, weights: known.weights, simplex: known.simplex))
            }
            simplex = known.simplex
            simplex.rebind(to: system)
        } else {
            simplex = Simplex(system)
        }
        switch simplex.solve(steps: steps) {
        case .infeasible(let weights): return .refuted(Proof(chosen: chosen, weights: weights, simplex: simplex))
        case .feasible: return .met(simplex.point)
        case .undecided: return .undecided
        }
    }

    private func proof(_ chosen: [Int], from known: Proof? = nil, steps: Int = Self.steps) -> Proof? {
        guard case .refuted(let proof) = outcome(chosen, from: known, steps: steps) else { return nil }
        return proof
    }

    /// Leaves out demands as long as the rest still conflicts: half of them, a quarter and so on, in the end one after
    /// another (Chinneck's deletion filter, 1991). What is needed by a set is needed by every part of it that conflicts.
    private func reduced(_ first: Proof) -> Proof {
        var core = first
        var demands = first.support
        var size = max(1, demands.count / 2)
        while true {
            var start = 0
            while start < demands.count, demands.count > 1 {
                if size == 1, isOneOfMany(demands[start], demands) {
                    start += 1
                    continue
                }
                let end = min(start + size, demands.count)
                if let rest = proof(Array(demands[..<start] + demands[end...]), from: core) {
                    core = rest
                    demands = rest.support
                } else {
                    start += size
                }
            }
            guard size > 1 else { return proof(demands, from: core) ?? core }
            size /= 2
        }
    }

    /// More rows of enemies or articles than these are told as one rule, and none is looked at by itself.
    private static let fewGroups = 12

    private func isOneOfMany(_ index: Int, _ chosen: [Int]) -> Bool {
        relaxation.demands[index].rule.isGroup
            && chosen.count { relaxation.demands[$0].rule.isGroup } > Self.fewGroups
    }

    /// A conflict of fewer rules than `core`, if trying the sets of that size does not take too long.
    private func smallest(_ core: Proof, besides mayConflict: (BlueprintRule) -> Bool) -> Proof {
        guard core.chosen.count > 2 else { return core }
        let all = relaxation.demands.indices
        let first = all.filter { mayConflict(relaxation.demands[$0].rule) }
        guard first.count * all.count * whole.columnCount <= Self.mostLooks else { return core }
        for one in first {
            for other in all where other != one && (other > one || !first.contains(other)) {
                if let pair = proof([min(one, other), max(one, other)], from: core, steps: Self.stepsOfSet) {
                    return pair
                }
            }
        }
        return core
    }

    private func conflict(_ proof: Proof, _ reach: [(least: Int, most: Int)]) -> Conflict {
        let core = proof.chosen
        var ways = core.compactMap { index in
            isOneOfMany(index, core)
                ? nil
                : loosening(index, in: proof).map { Conflict.Way.loosen(relaxation.demands[index].rule, by: $0) }
        }
        if let uses = least(in: relaxation.forms, proof, { .init(uses: $0) }) {
            ways.append(.uses(uses))
        }
        if let fewer = least(in: relaxation.forms - 1, proof, { .init(forms: relaxation.forms - $0) }) {
            ways.append(.forms(relaxation.forms - fewer))
        }
        let fixed = mustHaves(behind: proof)
        ways += fixed.filter { isMet(core, .init(freed: [$0])) }.map { .leaveOut($0) }
        let wanted = core.count == 1 ? relaxation.demands[core[0]].bounds(forms: relaxation.forms).lower : nil
        let most = core.count == 1 ? reach[core[0]].most : nil
        let isShort = wanted.flatMap { wanted in most.map { wanted > $0 } } ?? false
        return Conflict(
            rules: core.map { relaxation.demands[$0].rule }, mustHaves: fixed, ways: ways,
            available: isShort ? most : nil, wanted: isShort ? wanted : nil)
    }

    /// More than these are not told one by one.
    private static let mostMustHaves = 40

    /// Items of every form without which the demands could be met together: none of them can be left out.
    private func mustHaves(behind proof: Proof) -> [Int] {
        var fixed = relaxation.mustHaves(in: proof.chosen)
        guard !fixed.isEmpty, fixed.count <= Self.mostMustHaves, isMet(proof.chosen, .init(freed: Set(fixed))) else {
            return []
        }
        var freed: Set<Int> = []
        for item in fixed where !isMet(proof.chosen, .init(freed: freed.union([item]))) { freed.insert(item) }
        fixed.removeAll { freed.contains($0) }
        return fixed
    }

    private func isMet(_ chosen: [Int], _ change: Relaxation.Change) -> Bool {
        if case .met = outcome(chosen, change) { true } else { false }
    }

    /// The least amount by which one demand has to give way for the conflict to end; nil when no amount helps. Every
    /// proof that an amount is too small names the next that could do (Newton's method on a concave function).
    private func loosening(_ index: Int, in proof: Proof) -> Int? {
        var (units, known) = (0, proof)
        while units < 1 << 20 {
            let weight = known.weights[index]
            let system = bound(proof.chosen, .init(loosened: (index, units)))
            guard weight != 0, let gap = system.gap(by: known.weights),
                let next = enough(index, gap, weight: weight, from: units)
            else { return nil }
            units = next
            switch outcome(proof.chosen, .init(loosened: (index, units)), from: known) {
            case .met: return units
            case .undecided: return nil
            case .refuted(let more): known = more
            }
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

    /// The least number from 1 to `most` with which the conflict ends, when it does with all larger ones as well; nil when
    /// it does with none. A proof for one number rules out others too, without another search.
    private func least(in most: Int, _ proof: Proof, _ change: (Int) -> Relaxation.Change) -> Int? {
        var (known, low) = (proof, 0)
        while low < most, !bound(proof.chosen, change(most)).isRefuted(by: known.weights) {
            var open = most
            while open - low > 1 {
                let middle = (low + open) / 2
                if bound(proof.chosen, change(middle)).isRefuted(by: known.weights) {
                    low = middle
                } else {
                    open = middle
                }
            }
            switch outcome(proof.chosen, change(open), from: known) {
            case .met: return open
            case .undecided: return nil
            case .refuted(let more): (known, low) = (more, open)
            }
        }
        return nil
    }

    /// Likewise in whole numbers, by trying.
    private func leastUnits(_ does: (Int) -> Bool) -> Int? {
        guard does(Self.mostWholeUnits) else { return nil }
        var (low, high) = (0, Self.mostWholeUnits)
        while high - low > 1 {
            let middle = (low + high) / 2
            if does(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
