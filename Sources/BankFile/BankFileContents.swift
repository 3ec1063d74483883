package import AnswerKey
package import ExamModel

/// What one bank file holds.
package struct BankFileContents: Hashable, Sendable {
    /// The file's name, without its folder.
    package let file: String
    /// `utf-8`, `utf-16le`, `utf-16be` or `gb18030`.
    package let encoding: String
    /// `txt`, `csv`, `tsv`, `xlsx`, `xls`, `docx`, `html`, `mht`, `json`, `gift`, `aiken`, `moodle-xml` or `qti`.
    package let format: String
    /// The items without an error, in the order of the file.
    package let items: PlacedDrafts
    /// Everything that was refused or looks doubtful, in the order of the file within a sheet.
    package let findings: [Finding]
    /// The items with an error, in the order of the file.
    package let refused: [RefusedItem]

    package init(
        file: String, encoding: String, format: String, items: PlacedDrafts, findings: [Finding],
        refused: [RefusedItem] = []
    ) {
        self.file = file
        self.encoding = encoding
        self.format = format
        self.items = items
        self.findings = findings
        self.refused = refused
    }
}

/// A draft and where it stands.
package struct PlacedDraft: Hashable, Sendable {
    package let draft: DraftItem
    package let place: Place

    package init(draft: DraftItem, place: Place) {
        self.draft = draft
        self.place = place
    }
}
