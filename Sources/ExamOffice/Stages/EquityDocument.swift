import ExamModel

/// What `paper check --json` says: what is wrong, and how alike the forms are.
struct EquityDocument: Encodable {
    let issues: [FindingDocument]
    let equity: EquityFigures

    init(_ findings: [Finding], _ equity: EquityFigures, _ language: Language) {
        issues = findings.map { FindingDocument($0, language) }
        self.equity = equity
    }
}
