/// How hard an item is meant to be (难度), on the five levels that question setters use.
package enum Difficulty: Int, Sendable, Codable, CaseIterable, Comparable {
    case easy = 1
    case fairlyEasy
    case medium
    case fairlyHard
    case hard

    package var name: Bilingual {
        switch self {
        case .easy: Bilingual("易", "easy")
        case .fairlyEasy: Bilingual("较易", "fairly easy")
        case .medium: Bilingual("中等", "medium")
        case .fairlyHard: Bilingual("较难", "fairly hard")
        case .hard: Bilingual("难", "hard")
        }
    }

    /// Reads the words found in bank files: 易、较易、中(等)、较难、难 and 容易、简单、一般、适中、困难, or 1 to 5.
    package init?(word: String) {
        switch word {
        case "易", "容易", "简单", "1": self = .easy
        case "较易", "较容易", "较简单", "2": self = .fairlyEasy
        case "中", "中等", "一般", "适中", "3": self = .medium
        case "较难", "4": self = .fairlyHard
        case "难", "困难", "5": self = .hard
        default: return nil
        }
    }

    package static func < (left: Difficulty, right: Difficulty) -> Bool {
        left.rawValue < right.rawValue
    }
}
