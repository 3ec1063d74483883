/// The kinds of item (题型).
package enum ItemType: String, Sendable, Codable, CaseIterable {
    case singleChoice = "single-choice"
    case multipleChoice = "multiple-choice"
    case trueFalse = "true-false"
    case fillIn = "fill-in"
    case shortAnswer = "short-answer"
    case caseSet = "case"

    package var name: Bilingual {
        switch self {
        case .singleChoice: Bilingual("单选题", "single choice")
        case .multipleChoice: Bilingual("多选题", "multiple choice")
        case .trueFalse: Bilingual("判断题", "true or false")
        case .fillIn: Bilingual("填空题", "fill-in")
        case .shortAnswer: Bilingual("简答题", "short answer")
        case .caseSet: Bilingual("案例题", "case")
        }
    }

    /// The types that are answered by choosing options.
    package var isChosen: Bool {
        switch self {
        case .singleChoice, .multipleChoice, .trueFalse: true
        case .fillIn, .shortAnswer, .caseSet: false
        }
    }
}
