import AnswerKey
package import ExamModel

/// What `bank import --dry-run --json` prints for a file (docs: JSON contract). Messages are Chinese.
package struct BankFileReport: Hashable, Sendable, Encodable {
    package let file: String
    package let encoding: String
    package let format: String
    package let imported: Int
    package let items: [Item]
    package let issues: [Issue]

    package init(_ contents: BankFileContents) {
        file = contents.file
        encoding = contents.encoding
        format = contents.format
        imported = contents.items.count
        items = contents.items.map { Item($0.draft) }
        issues = contents.findings.map(Issue.init)
    }
}

extension BankFileReport {
    package struct Issue: Hashable, Sendable, Encodable {
        package let severity: Finding.Severity
        package let code: String
        package let sheet: String?
        package let row: Int?
        package let line: Int?
        package let message: String

        package init(_ finding: Finding) {
            severity = finding.severity
            code = finding.code.rawValue
            sheet = finding.place.sheet
            row = finding.place.row
            line = finding.place.line
            message = finding.message.chinese
        }
    }
}
