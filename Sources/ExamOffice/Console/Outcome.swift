import ExamModel

/// What a command has to say when it is done: its document for `--json`, and what was refused or looks doubtful.
struct Outcome<Document: Encodable> {
    let document: Document
    let findings: [Finding]
    /// Whether nothing was done because of what was refused.
    let failed: Bool

    init(_ document: Document, findings: [Finding] = [], failed: Bool = false) {
        self.document = document
        self.findings = findings
        self.failed = failed
    }
}
