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

    /// The report on what a file holds.
    ///
    /// - Parameter findings: the file's, unless others are given.
    package init(_ contents: BankFileContents, findings: [Finding]? = nil) {
        self.init(contents, items: contents.items.map { Item($0.draft) }, findings: findings ?? contents.findings)
    }

    /// The report after an import.
    ///
    /// - Parameters:
    ///   - ids: for each item of `contents` its id in the bank, nil where the bank refused it.
    ///   - findings: the file's and the bank's.
    package init(_ contents: BankFileContents, ids: [ItemID?], findings: [Finding]) {
        let stored = zip(contents.items, ids).compactMap { item, id in id.map { Item(item.draft, id: $0) } }
        self.init(contents, items: stored, findings: findings)
    }

    private init(_ contents: BankFileContents, items: [Item], findings: [Finding]) {
        file = contents.file
        encoding = contents.encoding
        format = contents.format
        imported = items.count
        self.items = items
        issues = findings.map(Issue.init)
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
