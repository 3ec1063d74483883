import AnswerKey
package import ExamModel

/// What `bank import --dry-run --json` prints for a file (docs: JSON contract). Messages are Chinese.
package struct BankFileReport: Sendable, Encodable {
    package let file: String
    package let encoding: String
    package let format: String
    package let imported: Int
    package let issues: [Issue]
    private let drafts: PlacedDrafts
    /// `nil` before the items are in a bank: then all are reported.
    private let ids: [ItemID?]?

    /// The report on what a file holds.
    ///
    /// - Parameter findings: the file's, unless others are given.
    package init(_ contents: BankFileContents, findings: [Finding]? = nil) {
        self.init(contents, nil, findings ?? contents.findings)
    }

    /// The report after an import.
    ///
    /// - Parameters:
    ///   - ids: for each item of `contents` its id in the bank, nil where the bank refused it.
    ///   - findings: the file's and the bank's.
    package init(_ contents: BankFileContents, ids: [ItemID?], findings: [Finding]) {
        self.init(contents, ids, findings)
    }

    private init(_ contents: BankFileContents, _ ids: [ItemID?]?, _ findings: [Finding]) {
        file = contents.file
        encoding = contents.encoding
        format = contents.format
        imported = ids?.count { $0 != nil } ?? contents.items.count
        issues = findings.map(Issue.init)
        (drafts, self.ids) = (contents.items, ids)
    }

    private enum CodingKeys: CodingKey {
        case file, encoding, format, imported, items, issues
    }

    /// The items are made from their drafts here, one by one.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(file, forKey: .file)
        try container.encode(encoding, forKey: .encoding)
        try container.encode(format, forKey: .format)
        try container.encode(imported, forKey: .imported)
        var items = container.nestedUnkeyedContainer(forKey: .items)
        for (position, placed) in drafts.enumerated() {
            guard let ids else {
                try items.encode(Item(placed.draft))
                continue
            }
            if let id = ids[position] { try items.encode(Item(placed.draft, id: id)) }
        }
        try container.encode(issues, forKey: .issues)
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
