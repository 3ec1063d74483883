package import ExamModel

/// Which form lies on which seat: every form on as many seats as any other, and neighbours have as little in common as can
/// be found. It rests on forms and seats alone, so anybody can compute it again.
package struct NeighbourPlan: Sendable {
    /// For each seat the index of its form.
    package let formOfSeat: [Int]
    /// How many items neighbours share, over all pairs of neighbours.
    package let shared: Int

    /// How many exchanges are tried for each seat.
    private static let triesPerSeat = 200

    /// - Parameter neighbours: for each seat the indices of the seats beside it, in front of it and behind it.
    package init(_ forms: [Form], neighbours: [[Int]]) {
        guard forms.count > 1 else {
            formOfSeat = Array(repeating: 0, count: neighbours.count)
            shared = 0
            return
        }
        let overlap = FormOverlap(forms)
        var plan = Self.start(forms.count, neighbours, overlap)
        Self.improve(&plan, neighbours, overlap)
        let formOfSeat = plan
        self.formOfSeat = formOfSeat
        shared = neighbours.enumerated().reduce(0) { sum, seat in
            sum
                + seat.element.filter { $0 > seat.offset }.reduce(0) {
                    $0 + overlap[formOfSeat[seat.offset], formOfSeat[$1]]
                }
        }
    }

    /// Seat after seat takes, of the forms that lie on the fewest seats, the one that shares least with its neighbours'.
    private static func start(_ forms: Int, _ neighbours: [[Int]], _ overlap: FormOverlap) -> [Int] {
        let most = (neighbours.count + forms - 1) / forms
        var counts = Array(repeating: 0, count: forms)
        var plan = Array(repeating: -1, count: neighbours.count)
        for (seat, others) in neighbours.enumerated() {
            let placed = others.filter { plan[$0] >= 0 }.map { plan[$0] }
            var best = (cost: Int.max, count: 0, form: 0)
            for form in 0..<forms where counts[form] < most {
                let cost = placed.reduce(0) { $0 + overlap[form, $1] }
                if (cost, counts[form]) < (best.cost, best.count) { best = (cost, counts[form], form) }
            }
            plan[seat] = best.form
            counts[best.form] += 1
        }
        return plan
    }

    /// Exchanges two seats while neighbours share no more than before.
    private static func improve(_ plan: inout [Int], _ neighbours: [[Int]], _ overlap: FormOverlap) {
        guard let seed = Seed(text: "0") else { return }
        var generator = SeededGenerator(seed, stream: "neighbours")
        func cost(_ seat: Int) -> Int { neighbours[seat].reduce(0) { $0 + overlap[plan[seat], plan[$1]] } }
        for _ in 0..<plan.count * triesPerSeat {
            let (first, second) = (generator.below(plan.count), generator.below(plan.count))
            guard plan[first] != plan[second], !neighbours[first].contains(second) else { continue }
            let before = cost(first) + cost(second)
            guard before > 0 else { continue }
            plan.swapAt(first, second)
            if cost(first) + cost(second) > before { plan.swapAt(first, second) }
        }
    }
}

/// How many items any two forms share; a form shares everything with itself.
struct FormOverlap {
    private let count: Int
    private var shared: [UInt16]
    private(set) var largest = 0

    init(_ forms: [Form]) {
        count = forms.count
        shared = Array(repeating: 0, count: forms.count * forms.count)
        var owners: [ItemID: [Int]] = [:]
        for (index, form) in forms.enumerated() {
            for item in form.items { owners[item.id, default: []].append(index) }
            shared[index * count + index] = UInt16(clamping: form.items.count)
        }
        for owners in owners.values {
            for first in owners {
                for second in owners where first != second { shared[first * count + second] += 1 }
            }
        }
        for first in 0..<count {
            for second in 0..<first { largest = max(largest, Int(shared[first * count + second])) }
        }
    }

    subscript(first: Int, second: Int) -> Int { Int(shared[first * count + second]) }
}
