/// Where an item stands in the syllabus (知识领域): a path such as `社会保险/工伤保险`.
package struct Topic: Hashable, Sendable, Comparable, TextCodable {
    /// The path's parts, outermost first; never empty parts.
    package let path: [String]

    /// Reads a path whose parts are divided by `/`, `／` or `>`; blanks around parts and empty parts are dropped.
    package init(text: String) {
        path = text.split(whereSeparator: { "/／>".contains($0) })
            .map(\.trimmed)
            .filter { !$0.isEmpty }
    }

    package var description: String { path.joined(separator: "/") }

    /// The outermost part, which blueprints give shares to. Empty when the item names no topic.
    package var domain: String { path.first ?? "" }

    package static func < (left: Topic, right: Topic) -> Bool {
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }
}
