/// What a person should look at in an item.
package enum ItemFlag: String, Sendable, Codable, CaseIterable {
    /// The strong choose a wrong option more often than the key: the key may be wrong.
    case distractorAboveKey = "DISTRACTOR_ABOVE_KEY"
    /// The strong earn less on it than the weak.
    case negative = "NEGATIVE_DISCRIMINATION"
    case weak = "WEAK_DISCRIMINATION"
    case tooEasy = "TOO_EASY"
    case tooHard = "TOO_HARD"
    /// Fewer than one in twenty choose a wrong option.
    case idleDistractor = "IDLE_DISTRACTOR"
    /// The judges voided it: what everybody earned says nothing of it.
    case voided = "VOIDED"

    /// Whether the item should be looked at before it is used again; the others are remarks.
    package var isSerious: Bool {
        switch self {
        case .distractorAboveKey, .negative, .weak, .tooHard: true
        case .tooEasy, .idleDistractor, .voided: false
        }
    }

    package var name: Bilingual {
        switch self {
        case .distractorAboveKey:
            Bilingual("高分组选错误选项多于答案，请核对答案", "the strong prefer a wrong option: check the key")
        case .negative: Bilingual("区分度为负", "negative discrimination")
        case .weak: Bilingual("区分度偏低", "weak discrimination")
        case .tooEasy: Bilingual("过易", "too easy")
        case .tooHard: Bilingual("过难", "too hard")
        case .idleDistractor: Bilingual("有干扰项几乎无人选", "a distractor hardly anybody chooses")
        case .voided: Bilingual("已作废", "voided")
        }
    }
}
