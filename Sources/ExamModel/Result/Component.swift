/// One part of what results are made of (成绩组成): the written exam, a live quiz, days of practice.
package struct Component: Hashable, Sendable, Codable {
    package enum Source: Hashable, Sendable, Codable {
        /// The scores of the exam folder.
        case written
        /// A table beside `rules.yaml`, by its file name.
        case file(String)
    }

    package enum Subject: String, Hashable, Sendable, Codable {
        /// Each person has marks; a team's are the sum over its counted members.
        case person
        /// Each team has marks.
        case team
    }

    /// The name of the written exam where the rules name no components.
    package static let written = Component(name: "笔试", source: .written, subject: .person)

    package let name: String
    package let source: Source
    package let subject: Subject
    /// How much of it goes into the total; nil for all of it.
    package let weight: Share?
    /// What is most that can be earned: marks are first put on a scale of 100. Nil to take them as they are.
    package let full: Mark?
    /// Set when it stands in the tables and does not count.
    package let isOnlyShown: Bool?

    package init(
        name: String, source: Source, subject: Subject, weight: Share? = nil, full: Mark? = nil,
        isOnlyShown: Bool? = nil
    ) {
        self.name = name
        self.source = source
        self.subject = subject
        self.weight = weight
        self.full = full
        self.isOnlyShown = isOnlyShown
    }

    /// What `marks` add to the total: ×100/full, × weight, rounded half up to a thousandth of a mark once.
    package func contribution(of marks: Mark) -> Mark {
        guard isOnlyShown != true else { return .zero }
        guard weight != nil || full != nil else { return marks }
        let numerator =
            Int128(marks.thousandths) * Int128((weight ?? .whole).basisPoints) * (full == nil ? 1 : 100_000)
        let denominator = Int128(Share.whole.basisPoints) * Int128(full?.thousandths ?? 1)
        return Mark(thousandths: Int((2 * numerator + denominator) / (2 * denominator)))
    }
}

/// What one component gave a person or team, and what it adds to the total.
package struct ComponentMark: Hashable, Sendable, Codable {
    package let name: String
    package let marks: Mark
    package let counts: Mark

    package init(name: String, marks: Mark, counts: Mark) {
        self.name = name
        self.marks = marks
        self.counts = counts
    }
}

/// The marks of one component, as they were read.
package struct ComponentScores: Hashable, Sendable {
    package let name: String
    /// Of people: totals, named columns as sections, seconds.
    package let people: [Score]
    package let teams: [TeamID: Mark]

    package init(name: String, people: [Score] = [], teams: [TeamID: Mark] = [:]) {
        self.name = name
        self.people = people
        self.teams = teams
    }
}
