/// How a case is marked: sub-item by sub-item.
package struct CaseRule: Hashable, Sendable, Codable {
    /// Full marks of each sub-item in their order; they add up to the case's.
    package let marks: [Mark]
    /// One rule a type of sub-item, none of them for cases.
    package let rules: [PartRule]

    package init(marks: [Mark], rules: [PartRule]) {
        self.marks = marks
        self.rules = rules
    }

    package struct PartRule: Hashable, Sendable, Codable {
        package let type: ItemType
        package let rule: ScoringRule

        package init(type: ItemType, rule: ScoringRule) {
            self.type = type
            self.rule = rule
        }
    }

    package func rule(for type: ItemType) -> ScoringRule? {
        rules.first { $0.type == type }?.rule
    }
}
