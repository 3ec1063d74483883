package import ExamModel

extension FindingCode {
    /// A document's part is missing or breaks the rules of the format.
    package static let documentDamaged: FindingCode = "DOCUMENT_DAMAGED"
    /// More text than a document of items has.
    package static let documentTooLarge: FindingCode = "DOCUMENT_TOO_LARGE"
    /// A picture stands in the text and was left out: what it shows is not in the bank.
    package static let pictureSkipped: FindingCode = "PICTURE_SKIPPED"
    /// Text that the program does not show was left out.
    package static let hiddenTextSkipped: FindingCode = "HIDDEN_TEXT_SKIPPED"
    /// A part in a format that is not read was left out.
    package static let partSkipped: FindingCode = "PART_SKIPPED"
}

extension Refusal {
    static func documentDamaged(at place: Place) -> Refusal {
        Refusal(
            .documentDamaged, at: place, "文档内部缺失或损坏，请用 Word 或 WPS 打开并另存为新的 .docx。",
            "The document is damaged inside; open it in a word processor and save it as a new .docx.")
    }

    static func documentTooLarge(at place: Place) -> Refusal {
        Refusal(
            .documentTooLarge, at: place, "文档超过 \(WordLimits.characters) 字或 \(WordLimits.blocks) 段，请拆分后再导入。",
            "The document has more than \(WordLimits.characters) characters or \(WordLimits.blocks) paragraphs; split it."
        )
    }
}

/// What one document may cost.
enum WordLimits {
    static let characters = 20_000_000
    /// Paragraphs and cells.
    static let blocks = 1_000_000
    /// Columns of a table (Word stops at 63).
    static let columns = 1000
    /// Documents inside documents.
    static let depth = 4
}
