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
    /// Blanks compared with what the key accepts.
    case fillIn(FillInRule)
    /// Marks are entered by people, in multiples of `step`.
    case byHand(step: Mark)
    /// Each sub-item of a case by the rule of its type.
    case byPart(CaseRule)
}
