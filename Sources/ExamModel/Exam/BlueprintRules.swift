/// What a blueprint may ask for beside sections, topics and difficulty. Every rule may be left out.
package struct BlueprintRules: Hashable, Sendable, Codable {
    /// Who gets which form (出卷方式).
    package enum Delivery: String, Sendable, Codable, CaseIterable {
        /// A few forms that go round in the order of the seats.
        case fixed
        /// 一人一卷: a form for each candidate.
        case perCandidate = "per-candidate"
    }

    package var delivery = Delivery.fixed
    /// In how many forms an item may stand; nil: one for fixed forms, as even as can be for one form a candidate.
    package var mostUses: Int?
    /// How many items two forms may share; nil: no limit but ``mostUses``.
    package var mostShared: Int?
    /// Joint cells (双向细目): how many items of a section, topic and level.
    package var cells: [BlueprintCell] = []
    /// Mean proportion correct (难度值 p) in thousandths.
    package var meanP: StatisticTarget?
    /// Standard deviation of p over the items of a form, in thousandths.
    package var spread: StatisticTarget?
    /// Mean discrimination (区分度) in thousandths.
    package var discrimination: StatisticTarget?
    /// Estimated time of a form in seconds.
    package var seconds: StatisticTarget?
    /// Reading length of a form in characters of stem and options.
    package var reading: StatisticTarget?
    /// Least shares of a form's items by source (部颁大纲题库 …).
    package var sources: [SourceShare] = []
    /// Items in every form.
    package var mustHave: [ItemID] = []
    /// Items in no form.
    package var barred: [ItemID] = []
    /// Groups of which a form takes one item at most (互斥题), beside those of the bank.
    package var enemies: [[ItemID]] = []
    /// How many items of a form may cite one article of law.
    package var perArticle: Int?
    package var keyBalance: KeyBalance?
    /// Items that stood in one of the last so many exams are left out.
    package var unusedInLast: Int?
    /// Items that have been seen more often than this are left out.
    package var mostExposure: Int?
    package var shuffle = ShuffleRules()

    package init() {}
}

/// How many items of a section, topic and level a form takes. What is nil is not looked at.
package struct BlueprintCell: Hashable, Sendable, Codable {
    /// Title of the section.
    package let section: String?
    /// Domain of the topic.
    package let topic: String?
    package let difficulty: Difficulty?
    package let least: Int
    package let most: Int

    package init(section: String?, topic: String?, difficulty: Difficulty?, least: Int, most: Int) {
        self.section = section
        self.topic = topic
        self.difficulty = difficulty
        self.least = least
        self.most = most
    }
}

/// A figure of a form: what it should be, and how far off it may lie.
package struct StatisticTarget: Hashable, Sendable, Codable {
    package let target: Int
    /// nil: as near as can be.
    package let tolerance: Int?

    package init(target: Int, tolerance: Int?) {
        self.target = target
        self.tolerance = tolerance
    }
}

/// At least this share of a form's items comes from one source.
package struct SourceShare: Hashable, Sendable, Codable {
    package let source: String
    package let least: Share

    package init(source: String, least: Share) {
        self.source = source
        self.least = least
    }

    /// The share as a number of items, rounded up.
    package func leastCount(of items: Int) -> Int {
        (items * least.basisPoints + Share.whole.basisPoints - 1) / Share.whole.basisPoints
    }
}

/// How evenly the right answers spread over the letters (答案均衡), in the order of the bank.
package struct KeyBalance: Hashable, Sendable, Codable {
    /// How many items each letter of a single-choice section may be off an even spread; nil: not looked at.
    package let letters: Int?
    /// How many items “true” may be off half of a true-false section.
    package let judgement: Int?
    /// How many neighbouring items may have the same key.
    package let run: Int?

    package init(letters: Int?, judgement: Int?, run: Int?) {
        self.letters = letters
        self.judgement = judgement
        self.run = run
    }
}

/// What is shuffled for each candidate (乱序).
package struct ShuffleRules: Hashable, Sendable, Codable {
    /// Items inside their section.
    package var items = false
    /// Options inside their item, where meaning allows.
    package var options = false
    /// Options that are all numbers or dates in order stay so.
    package var keepsOrdered = true

    package init(items: Bool = false, options: Bool = false, keepsOrdered: Bool = true) {
        self.items = items
        self.options = options
        self.keepsOrdered = keepsOrdered
    }
}
