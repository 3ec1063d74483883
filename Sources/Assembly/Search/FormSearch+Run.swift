import ExamModel

extension FormSearch {
    /// How many steps a search makes at the most, and how many rounds it goes on without gain.
    private static let mostSteps = 16_000_000
    private static let patience = 8
    private static let mostStirs = 24
    private static let stirsBeforeDealing = 3
    /// Steps that small searches may make between one stir and the last.
    private static let stirredRounds = 4_000_000
    /// While stirred, one step in so many may cost as much as two items outside a row.
    private static let stirredSteps = 12

    /// After so many rounds rows that are still broken are looked into.
    private static let firstRounds = 3

    /// When a search that has not got there yet is looked into from outside.
    enum Doubt {
        case early
        /// When stirring did not help at once.
        case stuck
        case late
    }

    /// Searches until every form is near its targets or nothing gets better any more.
    ///
    /// - Parameters:
    ///   - isThorough: whether small searches go on as long as large ones take.
    ///   - isSettled: asked when rows are still broken after the first rounds, and again when stirring did not help.
    func run(_ generator: inout SeededGenerator, isThorough: Bool = true, unless isSettled: (Doubt) -> Bool) {
        let open = slots.indices.filter { !frozen[$0] }
        guard !open.isEmpty, slots.elements.allSatisfy({ $0 >= 0 }) else { return }
        batch = max(4000, 2 * open.count)
        mostStirs = isThorough ? max(Self.mostStirs, Self.stirredRounds / batch) : Self.mostStirs
        chooseLimits()
        useWeight = Self.strictUse
        var best = standing
        var idle = 0
        var stirred = 0
        var isStuck = false
        for round in 0..<max(20, Self.mostSteps / batch) {
            if stirs > stirred {
                step(batch / 4, focus: [], open: open, stirring: true, &generator)
                stirred = stirs
            }
            step(batch, focus: troubled(), open: open, stirring: false, &generator)
            tightenOverlap()
            let now = standing
            idle = now.isClearlyBetter(than: best) ? 0 : idle + 1
            best = min(best, now)
            if isGood || (round == Self.firstRounds && now.excess > 0 && isSettled(.early)) { break }
            guard idle > (now.excess > 0 ? (stirs > 0 ? 0 : 2) : Self.patience) else { continue }
            guard now.excess > 0 else { break }
            guard relax(), stirs != Self.mostStirs || !isSettled(.late) else { break }
            if stirs > Self.stirsBeforeDealing, !isStuck {
                isStuck = true
                if isSettled(.stuck) { break }
            }
            best = standing
            idle = 0
        }
    }

    /// An even use of items is given up only when no form could otherwise be what the rows say.
    private static let strictUse = 1 << 20

    static let mostHardness = 16

    /// Makes rows count for more; false when they count for enough.
    private func relax() -> Bool {
        let soft = max(120, 3000 / evenUse)
        if problem.sharing, useWeight > soft {
            useWeight = soft
            return true
        }
        if hardness < Self.mostHardness { hardness *= 4 }
        stirs += 1
        return stirs <= mostStirs
    }

    /// Every row holds, no two forms share more than they must, and each form lies within half a thousandth or less of
    /// its targets.
    private var isGood: Bool {
        guard excess.elements.allSatisfy({ $0 == 0 }), crowded.elements.allSatisfy({ $0 == 0 }),
            freeOverlap <= leastOverlap || !problem.sharing
        else { return false }
        return drift.elements.allSatisfy { $0 <= goal }
    }

    private var goal: Int { places * 44 / 100 }

    /// Many forms begin with a limit that few pairs exceed; it comes down as they get below it.
    private func chooseLimits() {
        guard problem.sharing else { return }
        var pairs: [Int] = []
        for count in overlaps.elements {
            while pairs.count <= Int(count) { pairs.append(0) }
            pairs[Int(count)] += 1
        }
        var above = 0
        var limit = pairs.count - 1
        while limit > leastOverlap, above + pairs[limit] < slots.count / 2 {
            above += pairs[limit]
            limit -= 1
        }
        setLimit(max(leastOverlap, limit))
    }

    private func tightenOverlap() {
        guard problem.sharing, freeOverlap > leastOverlap, crowded.elements.allSatisfy({ $0 == 0 }) else { return }
        setLimit(freeOverlap - 1)
    }

    func setLimit(_ limit: Int) {
        freeOverlap = limit
        for form in 0..<forms {
            let row = form * forms
            crowded[form] = Int32((0..<forms).count { Int(overlaps[row + $0]) > limit })
        }
    }

    func step(
        _ count: Int, focus: [Int32], open: [Int], stirring: Bool, _ generator: inout SeededGenerator
    ) {
        defer { heat = 0 }
        for index in 0..<count {
            let slot: Int
            if index & 1 == 0, !focus.isEmpty {
                slot = Int(focus[generator.below(focus.count)])
            } else {
                slot = open[generator.below(open.count)]
            }
            if stirring { heat = generator.below(Self.stirredSteps) == 0 ? 8000 &* hardness : 0 }
            let kind = Int(kindOfPlace[slot % places])
            let first = Int(candidateStarts[kind])
            let item = Int(candidates[first &+ generator.below(Int(candidateStarts[kind &+ 1]) &- first)])
            _ = attempt(item, at: slot, exchanging: generator.next() & 1 == 0)
        }
    }

    /// Slots worth a look: those of forms that break a row or lie off their targets, and those of items by which two
    /// forms share too much.
    func troubled() -> [Int32] {
        var slots: [Int32] = []
        for form in 0..<forms where excess[form] > 0 || (drift[form] > goal && crowded[form] == 0) {
            for slot in form * places..<(form + 1) * places where !frozen[slot] { slots.append(Int32(slot)) }
        }
        for form in 0..<forms where crowded[form] > 0 {
            let row = form * forms
            for slot in form * places..<(form + 1) * places where !frozen[slot] {
                let item = Int(self.slots[slot])
                let start = Int(userStarts[item])
                let shares = (start..<start + Int(uses[item])).contains {
                    Int(userForms[$0]) != form && Int(overlaps[row + Int(userForms[$0])]) > freeOverlap
                }
                if shares { slots.append(Int32(slot)) }
            }
        }
        return slots
    }
}
