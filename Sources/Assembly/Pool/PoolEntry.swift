package import ExamModel

/// An item of the pool with what assembly may know of it: never its key.
package struct PoolEntry: Hashable, Sendable {
    package let item: Item
    /// Proportion correct (p) in thousandths, when it was measured.
    package var p: Int?
    /// Discrimination in thousandths, when it was measured.
    package var discrimination: Int?
    /// Estimated time in seconds; nil: from the reading length.
    package var seconds: Int?
    /// The articles of law that the item cites (工伤保险条例第十四条).
    package var articles: [String] = []
    /// Where the item comes from (大纲题库 …).
    package var source: String?
    /// Items that may not share a form with this one.
    package var enemies: [ItemID] = []
    /// How often it has been seen.
    package var exposure = 0
    /// 1: in the last exam; nil: never.
    package var examsSinceUse: Int?
    /// Items of one class have their right answer at the same place. It names no place: a number without meaning.
    package var keyClass: Int?

    package init(_ item: Item) {
        self.item = item
    }

    /// Measured, or what question setters mean by the level.
    package var expectedP: Int { p ?? item.difficulty.nominalP }

    /// Characters of stem and options, sub-items included.
    package var reading: Int { item.readingLength }

    /// Stated, or 300 characters a minute and ten seconds to decide.
    package var expectedSeconds: Int { seconds ?? reading / 5 + 10 }
}

extension Difficulty {
    /// Proportion correct in thousandths that stands in where none was measured.
    package var nominalP: Int {
        switch self {
        case .easy: 900
        case .fairlyEasy: 800
        case .medium: 650
        case .fairlyHard: 500
        case .hard: 350
        }
    }
}

extension Item {
    /// Characters of stem and options.
    fileprivate var readingLength: Int {
        stem.count + options.reduce(0) { $0 + $1.text.count } + parts.reduce(0) { $0 + $1.readingLength }
    }
}
