package import ExamModel

extension FindingCode {
    /// An item on a form is not among the items given, in the version that the form names.
    package static let missingItem: FindingCode = "MISSING_ITEM"
    /// An item on a form has no key.
    package static let missingKey: FindingCode = "MISSING_KEY"
    /// A key whose options are not the item's, or too few or too many for its type.
    package static let unfitKey: FindingCode = "UNFIT_KEY"
    /// A scoring rule, or its amounts, that the section's type of item cannot be scored by.
    package static let unfitRule: FindingCode = "UNFIT_RULE"
    /// The same form, item or key given twice.
    package static let givenTwice: FindingCode = "GIVEN_TWICE"

    /// An answer sheet names a form that is not of this exam.
    package static let unknownForm: FindingCode = "UNKNOWN_FORM"
    /// An answer sheet answers an item that is not on its form.
    package static let unknownItem: FindingCode = "UNKNOWN_ITEM"
    /// An answer sheet chooses an option that the item does not have.
    package static let unknownOption: FindingCode = "UNKNOWN_OPTION"
    /// An answer sheet answers an item twice, or names an option twice.
    package static let duplicateResponse: FindingCode = "DUPLICATE_RESPONSE"
    /// An answer sheet whose time used is negative.
    package static let badTime: FindingCode = "BAD_TIME"
    /// An answer of another kind than its item: words for options, more texts than blanks.
    package static let wrongKindOfResponse: FindingCode = "WRONG_KIND_OF_RESPONSE"
    /// An answer that people mark has no mark yet.
    package static let notMarked: FindingCode = "NOT_MARKED"
    /// All items of a section are voided and taken out: nothing is left to scale.
    package static let sectionVoided: FindingCode = "SECTION_VOIDED"
    /// A hand mark that fits no item of the candidate's form, or is given twice, or out of range.
    package static let unfitMark: FindingCode = "UNFIT_MARK"
    /// A ruling about a sheet that is not there.
    package static let unfitRuling: FindingCode = "UNFIT_RULING"
}
