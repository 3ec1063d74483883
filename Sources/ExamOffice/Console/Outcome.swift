import ExamModel

/// What a command has to say when it is done: its document for `--json`, and what was refused or looks doubtful.
struct Outcome<Document: Encodable> {
    let document: Document
    let findings: [Finding]

    init(_ document: Document, findings: [Finding] = []) {
        self.document = document
        self.findings = findings
    }
}
