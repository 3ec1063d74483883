import ExamModel

/// A finding in a `--json` document (design: "issues").
struct FindingDocument: Encodable {
    let severity: String
    let code: String
    let file: String?
    let sheet: String?
    let row: Int?
    let line: Int?
    let message: String

    init(_ finding: Finding, _ language: Language) {
        severity = finding.severity.rawValue
        code = finding.code.rawValue
        file = finding.place.file
        sheet = finding.place.sheet
        row = finding.place.row
        line = finding.place.line
        message = finding.message.text(in: language)
    }
}

/// What a check found, or why a command failed, with `--json`.
struct FindingsDocument: Encodable {
    let issues: [FindingDocument]

    init(_ findings: [Finding], _ language: Language) {
        issues = findings.map { FindingDocument($0, language) }
    }
}
