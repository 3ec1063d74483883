/// What a paper must be (命题细目表).
package struct Blueprint: Hashable, Sendable, Codable {
    /// How many forms a blueprint may ask for.
    package static let formCounts = 1...2000

    /// How many forms are assembled (A, B, …).
    package let forms: Int
    package let sections: [BlueprintSection]
    /// Shares of the topics' domains, adding up to the whole, in the order of the file. They hold in every section.
    package let topics: [TopicShare]
    /// How many items of a section each topic may be off its share.
    package let topicTolerance: Int
    /// Shares of the difficulty levels over the whole form, adding up to the whole.
    package let difficulties: [DifficultyShare]
    /// How many items of a form each level may be off its share.
    package let difficultyTolerance: Int
    package let rules: BlueprintRules

    package init(
        forms: Int, sections: [BlueprintSection], topics: [TopicShare], topicTolerance: Int = 0,
        difficulties: [DifficultyShare], difficultyTolerance: Int, rules: BlueprintRules = BlueprintRules()
    ) {
        self.forms = forms
        self.sections = sections
        self.topics = topics
        self.topicTolerance = topicTolerance
        self.difficulties = difficulties
        self.difficultyTolerance = difficultyTolerance
        self.rules = rules
    }

    /// The same blueprint for another number of forms.
    package func with(forms: Int) -> Blueprint {
        Blueprint(
            forms: forms, sections: sections, topics: topics, topicTolerance: topicTolerance,
            difficulties: difficulties, difficultyTolerance: difficultyTolerance, rules: rules)
    }

    package var itemCount: Int { sections.reduce(0) { $0 + $1.count } }

    package var total: Mark { sections.reduce(.zero) { $0 + $1.total } }
}

/// One section (大题) of a blueprint.
package struct BlueprintSection: Hashable, Sendable, Codable {
    package let title: String
    package let type: ItemType
    package let count: Int
    /// Full marks of one item.
    package let marks: Mark
    package let scoring: ScoringRule
    package let floor: SectionFloor
    /// The estimated time of the section's items stays within so many minutes; nil when nothing is said.
    package let minutes: Int?

    package init(
        title: String, type: ItemType, count: Int, marks: Mark, scoring: ScoringRule, floor: SectionFloor = .zero,
        minutes: Int? = nil
    ) {
        self.title = title
        self.type = type
        self.count = count
        self.marks = marks
        self.scoring = scoring
        self.floor = floor
        self.minutes = minutes
    }

    package var total: Mark { marks * count }

    /// Whether an item can stand in this section: it is of the section's type and, if it is a case, has as many
    /// sub-items as the rule gives marks to, of types that the rule knows.
    package func admits(_ item: Item) -> Bool {
        guard item.type == type else { return false }
        guard case .byPart(let rule) = scoring else { return item.parts.isEmpty }
        return item.parts.count == rule.marks.count && item.parts.allSatisfy { rule.rule(for: $0.type) != nil }
    }
}

package struct TopicShare: Hashable, Sendable, Codable {
    package let domain: String
    package let share: Share

    package init(domain: String, share: Share) {
        self.domain = domain
        self.share = share
    }
}

package struct DifficultyShare: Hashable, Sendable, Codable {
    package let difficulty: Difficulty
    package let share: Share

    package init(difficulty: Difficulty, share: Share) {
        self.difficulty = difficulty
        self.share = share
    }
}
