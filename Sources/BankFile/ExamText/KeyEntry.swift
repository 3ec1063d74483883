/// One answer of a key that stands apart from the items.
struct KeyEntry: Hashable, Sendable {
    let number: Int
    var answer: String
    var rationale = ""
    let line: Int
}
