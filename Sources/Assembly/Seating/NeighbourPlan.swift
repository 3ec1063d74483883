package import ExamModel

/// Which form lies on which seat: forms go round as evenly as they can, and neighbours have as little in common as can
/// be found. It rests on the forms alone, so anybody can compute it again.
package struct NeighbourPlan: Sendable {
    /// For each seat, in the order in which one walks past them, the index of its form.
    package let formOfSeat: [Int]
    /// How many items neighbours share, over all pairs of neighbours.
    package let shared: Int

    /// How many exchanges are tried for each seat.
    private static let triesPerSeat = 200

    package init(_ forms: [Form], seats: Int) {
        guard forms.count > 1, seats > 1 else {
            formOfSeat = Array(repeating: 0, count: seats)
            shared = 0
            return
        }
        let overlap = FormOverlap(forms)
        var plan = (0..<seats).map { $0 % forms.count }
        // A form or two for everybody: going round is best, and nothing is gained by moving.
        if forms.count > 2, overlap.largest > 0 { Self.improve(&plan, overlap) }
        formOfSeat = plan
        shared = zip(plan, plan.dropFirst()).reduce(0) { $0 + overlap[$1.0, $1.1] }
    }

    /// Exchanges two seats while neighbours share no more than before.
    private static func improve(_ plan: inout [Int], _ overlap: FormOverlap) {
        guard let seed = Seed(text: "0") else { return }
        var generator = SeededGenerator(seed, stream: "neighbours")
        func cost(_ seat: Int) -> Int {
            (seat > 0 ? overlap[plan[seat - 1], plan[seat]] : 0)
                + (seat + 1 < plan.count ? overlap[plan[seat], plan[seat + 1]] : 0)
        }
        for _ in 0..<plan.count * triesPerSeat {
            let (first, second) = (generator.below(plan.count), generator.below(plan.count))
            guard abs(first - second) > 1, plan[first] != plan[second] else { continue }
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
