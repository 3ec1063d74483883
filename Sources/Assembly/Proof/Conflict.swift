import ExamModel

/// Rules of a blueprint that no forms from this pool can meet together: proven, and none of them can be left out.
struct Conflict: Hashable, Sendable {
    /// In the order of the blueprint.
    let rules: [BlueprintRule]
    /// Items of every form that are part of the conflict, as indices into the pool.
    let mustHaves: [Int]
    /// Each by itself is enough.
    let ways: [Way]
    /// For a single rule that wants more than there is: the most that all forms together can have.
    let available: Int?
    /// What that rule wants for all forms together.
    let wanted: Int?

    /// A change of one thing that ends the conflict.
    enum Way: Hashable, Sendable {
        /// By so many items in each form, or units of the figure.
        case loosen(BlueprintRule, by: Int)
        /// In how many forms an item may stand.
        case uses(Int)
        case forms(Int)
        /// A must-have item, as an index into the pool.
        case leaveOut(Int)
    }
}
