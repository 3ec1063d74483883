/// How the responses of a section earn marks (评分规则), chosen in the blueprint. Applied by Grading.
package enum ScoringRule: Hashable, Sendable, Codable {
    /// Full marks for exactly the key's options, nothing otherwise.
    case exact
    /// Any wrong option: nothing. Some of the right ones: `each` per option chosen, never more than full marks.
    /// All of them: full marks. (The rule of the 经济师 examination, with 0.5.)
    case perOption(each: Mark)
    /// Any wrong option: nothing. Some of the right ones: `partial`, however many. All of them: full marks.
    case underSelection(partial: Mark)
    /// `right` for each right option chosen, less `wrong` for each wrong one; between nothing and full marks.
    case plusMinus(right: Mark, wrong: Mark)
    /// Full marks for the key, `penalty` lost for a wrong answer, nothing for none.
    case deduction(penalty: Mark)
}

extension ScoringRule {
    /// The sentence that stands under a section's title on the paper.
    package var instructions: Bilingual {
        switch self {
        case .exact:
            Bilingual("多选、少选、错选、不选均不得分。", "Only the exact answer scores.")
        case .perOption(let each):
            Bilingual(
                "错选不得分；漏选，每选对一项得 \(each) 分。",
                "A wrong option scores nothing; otherwise each right option chosen scores \(each).")
        case .underSelection(let partial):
            Bilingual(
                "错选不得分；漏选得 \(partial) 分。",
                "A wrong option scores nothing; an incomplete choice scores \(partial).")
        case .plusMinus(let right, let wrong):
            Bilingual(
                "每选对一项得 \(right) 分，每选错一项扣 \(wrong) 分，扣完本题得分为止。",
                "Each right option scores \(right), each wrong one loses \(wrong), never below zero for an item.")
        case .deduction(let penalty):
            Bilingual(
                "答错一题扣 \(penalty) 分，不答不扣分，本大题最低 0 分。",
                "A wrong answer loses \(penalty), no answer loses nothing; the section never falls below zero.")
        }
    }
}
