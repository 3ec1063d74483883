package import ExamModel

extension FindingCode {
    /// Rules that cannot be applied: a negative number of places, more counted members than a team has.
    package static let badRules: FindingCode = "BAD_RULES"
    /// A ticket, or a team, that the roster names twice.
    package static let namedTwice: FindingCode = "NAMED_TWICE"
    /// A candidate whose team is not on the roster.
    package static let unknownTeam: FindingCode = "UNKNOWN_TEAM"
    /// A team with more members than the rules allow.
    package static let teamTooLarge: FindingCode = "TEAM_TOO_LARGE"

    /// A score of somebody who is not on the roster.
    package static let scoreOfNobody: FindingCode = "SCORE_OF_NOBODY"
    /// Two scores of one candidate.
    package static let scoredTwice: FindingCode = "SCORED_TWICE"
    /// A score that no paper gives: negative, or a section above the total.
    package static let impossibleScore: FindingCode = "IMPOSSIBLE_SCORE"
    /// A tie-break names a section that a score does not have.
    package static let unknownSection: FindingCode = "UNKNOWN_SECTION"

    /// Marks of a component that the rules name were not given, or were given twice.
    package static let componentMissing: FindingCode = "COMPONENT_MISSING"
}
