import ExamModel

/// What was chosen of an item's options, held against one set of right ones.
struct Choice {
    let chosen: Set<OptionID>
    let right: Set<OptionID>

    /// How many right options were chosen.
    var hits: Int { chosen.intersection(right).count }
    /// How many wrong options were chosen.
    var misses: Int { chosen.count - hits }
    var isExact: Bool { chosen == right }
    /// Nothing wrong was chosen, but not all that is right (漏选).
    var isIncomplete: Bool { chosen.count < right.count && chosen.isSubset(of: right) }
}
