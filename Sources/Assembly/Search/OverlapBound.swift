import ExamModel

/// What arithmetic allows: the least that forms can share, by an even use of the items of every kind.
struct OverlapBound {
    /// Σ u(u − 1)/2 over the items, at its least: the least sum of what all pairs of forms share.
    let sharedItems: Int
    /// The highest even use of any kind, rounded up.
    let evenUse: Int
    let pairs: Int

    /// Items that every form must have are left out.
    init(_ problem: SearchProblem) {
        pairs = problem.forms * (problem.forms - 1) / 2
        var groups: [[Int32]: Int] = [:]
        for kind in problem.kinds { groups[kind.candidates, default: 0] += kind.count }
        var shared = 0
        var highest = 0
        for (candidates, count) in groups {
            let fixed = candidates.count { problem.isMustHave[Int($0)] }
            let items = candidates.count - fixed
            let demand = max(0, count - fixed) * problem.forms
            guard items > 0 else { continue }
            let (base, more) = (demand / items, demand % items)
            shared += more * (base + 1) * base / 2 + (items - more) * base * (base - 1) / 2
            highest = max(highest, base + (more > 0 ? 1 : 0))
        }
        sharedItems = shared
        evenUse = highest
    }

    /// The least that the largest overlap can be.
    var meanRoundedUp: Int { pairs == 0 ? 0 : (sharedItems + pairs - 1) / pairs }
}
