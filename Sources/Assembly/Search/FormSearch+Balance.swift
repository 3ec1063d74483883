import ExamModel

extension FormSearch {
    /// By how much a step may raise the cost in the first round.
    private static let firstHeat = 3000
    private static let coolingRounds = 80
    private static let stepsOfCooling = 8_000_000
    private static let openRounds = 4

    /// Exchanges items between forms that hold together what all of them need, until each holds every row: steps that
    /// raise the cost are allowed by less and less (Dueck and Scheuer). In the end other items may take a place as well.
    /// Neither overlap nor even use counts.
    func balance(_ generator: inout SeededGenerator) {
        let open = slots.indices.filter { !frozen[$0] }
        guard forms > 1, !open.isEmpty else { return }
        let (limit, weight) = (freeOverlap, useWeight)
        useWeight = 0
        if problem.sharing { setLimit(places) }
        let rounds = max(16, min(Self.coolingRounds, Self.stepsOfCooling / batch))
        for left in (0..<rounds).reversed() where isBroken {
            heat = Self.firstHeat * left / rounds
            exchange(open, &generator)
        }
        for _ in 0..<Self.openRounds where isBroken {
            let broken = open.filter { excess[$0 / places] > 0 }.map { Int32($0) }
            let steps = max(4000, 2 * broken.count)
            step(steps, focus: broken, open: broken.map { Int($0) }, stirring: false, &generator)
        }
        heat = 0
        useWeight = weight
        if problem.sharing { setLimit(limit) }
        // What holds now is not given up for anything else.
        hardness = isBroken ? Self.mostHardness : 1 << 20
    }

    private var isBroken: Bool { excess.elements.contains { $0 > 0 } }

    private func exchange(_ open: [Int], _ generator: inout SeededGenerator) {
        let focus = troubled()
        for index in 0..<batch {
            let isFocused = index & 1 == 0 && !focus.isEmpty
            let slot = isFocused ? Int(focus[generator.below(focus.count)]) : open[generator.below(open.count)]
            let (form, place) = (slot / places, slot % places)
            if generator.next() & 1 == 0 {
                let other = generator.below(forms) * places + place
                if !isHeld(Int(slots[other]), by: form) { _ = exchange(slot, other) }
            } else {
                let kind = Int(kindOfPlace[place])
                let first = Int(candidateStarts[kind])
                let item = Int(candidates[first + generator.below(Int(candidateStarts[kind + 1]) - first)])
                if uses[item] > 0, !isHeld(item, by: form) { _ = exchange(slot, Int(users[Int(userStarts[item])])) }
            }
        }
    }
}
