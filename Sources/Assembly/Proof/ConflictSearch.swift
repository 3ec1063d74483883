import ExamModel

/// Looks for the smallest set of rules that conflict.
struct ConflictSearch {
    private static let steps = 4000
    /// How many sets are tried for a smaller conflict than the first found.
    private static let mostSets = 1500

    let relaxation: Relaxation

    /// Every rule that the pool cannot meet by itself; when there is none, one smallest set that conflicts; when there is
    /// none, nothing.
    func conflicts() -> [Conflict] {
        let all = Array(relaxation.demands.indices)
        guard let support = support(of: all) else { return [] }
        let alone = all.filter { isImpossible([$0]) }
        if !alone.isEmpty { return alone.map { conflict([$0]) } }
        return [conflict(smallest(reduced(support)))]
    }

    /// The demands with a weight in the proof that `chosen` cannot be met together; nil when there is no proof.
    private func support(of chosen: [Int]) -> [Int]? {
        let system = relaxation.system(chosen)
        var simplex = Simplex(system)
        guard case .infeasible(let weights) = simplex.solve(steps: Self.steps) else { return nil }
        return chosen.indices.filter { weights[$0] != 0 }.map { chosen[$0] }
    }

    private func isImpossible(_ chosen: [Int], loosened: [Int: Int] = [:]) -> Bool {
        let system = relaxation.system(chosen, loosened: loosened)
        var simplex = Simplex(system)
        if case .infeasible = simplex.solve(steps: Self.steps) { return true }
        return false
    }

    /// Leaves out one demand after another as long as the rest still conflicts (Chinneck's deletion filter, 1991).
    private func reduced(_ support: [Int]) -> [Int] {
        var core = support
        for index in support {
            let rest = core.filter { $0 != index }
            if isImpossible(rest) { core = rest }
        }
        return core
    }

    /// A conflict of fewer rules than `core`, if trying the sets of that size does not take too long.
    private func smallest(_ core: [Int]) -> [Int] {
        let all = Array(relaxation.demands.indices)
        guard core.count > 2, all.count * (all.count - 1) / 2 <= Self.mostSets else { return core }
        for (position, first) in all.enumerated() {
            for second in all[(position + 1)...] where isImpossible([first, second]) { return [first, second] }
        }
        return core
    }

    private func conflict(_ core: [Int]) -> Conflict {
        let ways = core.compactMap { index in
            loosening(index, in: core).map { Conflict.Way(rule: relaxation.demands[index].rule, amount: $0) }
        }
        return Conflict(rules: core.map { relaxation.demands[$0].rule }, ways: ways)
    }

    /// The least amount by which one demand has to give way for the conflict to end; nil when no amount helps.
    private func loosening(_ index: Int, in core: [Int]) -> Int? {
        var high = 1
        while isImpossible(core, loosened: [index: high]) {
            high *= 2
            if high > 1 << 20 { return nil }
        }
        var low = high / 2
        while high - low > 1 {
            let middle = (low + high) / 2
            if isImpossible(core, loosened: [index: middle]) { low = middle } else { high = middle }
        }
        return high
    }
}
