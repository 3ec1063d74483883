import ExamModel

/// The order of a section's items: drawn, with no more neighbours of one key class than allowed.
struct FormOrder {
    /// nil: any order.
    let longestRun: Int?
    let classes: [Int?]

    /// - Parameter classes: the key class of each item; nil for items that are like no other.
    init(longestRun: Int?, classes: [Int?]) {
        self.longestRun = longestRun
        self.classes = classes
    }

    /// Whether there is an order: the most frequent class fits between the others.
    var isPossible: Bool {
        guard let longestRun else { return true }
        return counts.values.max() ?? 0 <= Self.mostOfOneKey(longestRun: longestRun, among: classes.count)
    }

    /// How many of `count` items may have one key: runs of it, divided by single others.
    static func mostOfOneKey(longestRun: Int, among count: Int) -> Int {
        longestRun * (count + 1) / (longestRun + 1)
    }

    /// How many neighbours at the most have the same key.
    static func longestRun(_ classes: [Int?]) -> Int {
        var (longest, run) = (0, 0)
        for (index, keyClass) in classes.enumerated() {
            run = index > 0 && keyClass != nil && keyClass == classes[index - 1] ? run + 1 : 1
            longest = max(longest, run)
        }
        return longest
    }

    private var counts: [Int: Int] {
        classes.compactMap(\.self).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// Indices of the items. Each place takes the first item of a drawn order that leaves the rest possible.
    func draw(_ generator: inout SeededGenerator) -> [Int] {
        var left = Array(classes.indices)
        generator.shuffle(&left)
        guard let longestRun, isPossible else { return left }
        var counts = counts
        var order: [Int] = []
        var run: (keyClass: Int?, length: Int) = (nil, 0)
        while !left.isEmpty {
            let index = left.firstIndex { item in
                let keyClass = classes[item]
                let length = keyClass != nil && keyClass == run.keyClass ? run.length + 1 : 1
                return length <= longestRun
                    && leavesRest(possible: counts, after: keyClass, length, of: left.count - 1, longestRun)
            }
            let item = left.remove(at: index ?? 0)
            let keyClass = classes[item]
            run = (keyClass, keyClass != nil && keyClass == run.keyClass ? run.length + 1 : 1)
            if let keyClass { counts[keyClass, default: 0] -= 1 }
            order.append(item)
        }
        return order
    }

    private func leavesRest(
        possible counts: [Int: Int], after keyClass: Int?, _ length: Int, of rest: Int, _ longestRun: Int
    ) -> Bool {
        counts.allSatisfy { other, count in
            let remaining = other == keyClass ? count - 1 : count
            let others = rest - remaining
            let first = other == keyClass ? longestRun - length : longestRun
            return remaining <= first + longestRun * others
        }
    }
}
