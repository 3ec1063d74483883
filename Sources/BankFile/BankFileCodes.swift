package import ExamModel

/// Errors of an item: it is not imported.
extension FindingCode {
    package static let missingAnswer: FindingCode = "MISSING_ANSWER"
    package static let answerNotInOptions: FindingCode = "ANSWER_NOT_IN_OPTIONS"
    package static let singleWithMultipleAnswers: FindingCode = "SINGLE_WITH_MULTIPLE_ANSWERS"
    package static let multipleWithOneAnswer: FindingCode = "MULTIPLE_WITH_ONE_ANSWER"
    package static let badJudgeAnswer: FindingCode = "BAD_JUDGE_ANSWER"
    package static let emptyStem: FindingCode = "EMPTY_STEM"
    package static let tooFewOptions: FindingCode = "TOO_FEW_OPTIONS"
    package static let tooManyOptions: FindingCode = "TOO_MANY_OPTIONS"
    package static let optionGap: FindingCode = "OPTION_GAP"
    package static let duplicateOptionText: FindingCode = "DUPLICATE_OPTION_TEXT"
    package static let duplicateQuestion: FindingCode = "DUPLICATE_QUESTION"
    package static let conflictingDuplicate: FindingCode = "CONFLICTING_DUPLICATE"
    package static let unknownType: FindingCode = "UNKNOWN_TYPE"
    package static let truncatedRow: FindingCode = "TRUNCATED_ROW"
    package static let formulaCell: FindingCode = "FORMULA_CELL"
    /// The file gives two answers that differ, in the stem's bracket, a line or the key at the end.
    package static let conflictingAnswers: FindingCode = "CONFLICTING_ANSWERS"
    /// A fill-in item has another number of answers than of blanks.
    package static let blankCountMismatch: FindingCode = "BLANK_COUNT_MISMATCH"
    /// An item of a case has an error, so the case is left out.
    package static let partRefused: FindingCode = "PART_REFUSED"
    /// A row is longer than the header: probably a comma that stands outside quotes.
    package static let extraCells: FindingCode = "EXTRA_CELLS"
}

extension FindingCode {
    /// A kind of item of another system that has no counterpart here.
    package static let unsupportedItem: FindingCode = "UNSUPPORTED_ITEM"
}

/// Warnings: the item is taken; a person should look.
extension FindingCode {
    /// A mark before a stem was taken off.
    package static let stemMark: FindingCode = "STEM_MARK"
    package static let numberGap: FindingCode = "NUMBER_GAP"
    package static let duplicateNumber: FindingCode = "DUPLICATE_NUMBER"
    package static let repeatedAnswerLetter: FindingCode = "REPEATED_ANSWER_LETTER"
    /// A heading promises another number of items than were found.
    package static let countMismatch: FindingCode = "COUNT_MISMATCH"
    package static let unknownDifficulty: FindingCode = "UNKNOWN_DIFFICULTY"
    /// A line that belongs to nothing.
    package static let unreadLine: FindingCode = "UNREAD_LINE"
    /// A line that is a number alone, read as the end of the line above.
    package static let loneNumber: FindingCode = "LONE_NUMBER"
    /// An entry of the key at the end that no item answers to, or more than one.
    package static let keyWithoutItem: FindingCode = "KEY_WITHOUT_ITEM"
    /// Marks for a part of the answer were left out: scoring is the blueprint's.
    package static let partialCreditDropped: FindingCode = "PARTIAL_CREDIT_DROPPED"
    /// Rows with items that the spreadsheet program does not show.
    package static let hiddenRows: FindingCode = "HIDDEN_ROWS"
    /// An item that its system hides.
    package static let hiddenItem: FindingCode = "HIDDEN_ITEM"
    /// Several options are right in an item that its format has one answer for, each alone.
    package static let severalRight: FindingCode = "SEVERAL_RIGHT"
    /// A figure that a spreadsheet program probably turned into a date or rounded.
    package static let changedFigure: FindingCode = "CHANGED_FIGURE"
    /// A sheet with content but without a bank's header.
    package static let sheetSkipped: FindingCode = "SHEET_SKIPPED"
}

/// The whole file is refused.
extension FindingCode {
    package static let noBankHeader: FindingCode = "NO_BANK_HEADER"
    package static let duplicateColumn: FindingCode = "DUPLICATE_COLUMN"
    package static let noItems: FindingCode = "NO_ITEMS"
    /// The file is not what its format asks for; the place says where.
    package static let malformedFile: FindingCode = "MALFORMED_FILE"
    /// Items that a format cannot hold so that they come back the same.
    package static let notExportable: FindingCode = "NOT_EXPORTABLE"
    package static let lineTooLong: FindingCode = "LINE_TOO_LONG"
}
