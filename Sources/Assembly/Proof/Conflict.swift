import ExamModel

/// Rules of a blueprint that no forms from this pool can meet together: proven, and none of them can be left out.
struct Conflict: Hashable, Sendable {
    /// In the order of the blueprint.
    let rules: [BlueprintRule]
    /// For each rule by how much it alone would have to give way, if that helps.
    let ways: [Way]

    /// A change of one rule that ends the conflict.
    struct Way: Hashable, Sendable {
        let rule: BlueprintRule
        /// Items in each form, or units of the figure.
        let amount: Int
    }
}
