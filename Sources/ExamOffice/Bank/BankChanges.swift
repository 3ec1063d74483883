import ExamModel
import ItemBank

/// What a command did to items of the bank, as its document.
struct BankChanges: Encodable {
    private(set) var items: [BankEntryDocument] = []
    private(set) var findings: [Finding] = []

    mutating func add(_ entry: BankEntry) { items.append(BankEntryDocument(entry)) }

    mutating func add(_ other: BankChanges) {
        items += other.items
        findings += other.findings
    }

    mutating func add(_ findings: [Finding]) { self.findings += findings }

    func say(on console: Console) {
        for item in items {
            console.say("\(item.id)：\(item.status.name.chinese)", "\(item.id): \(item.status.name.english)")
        }
        console.report(findings)
    }

    private enum CodingKeys: CodingKey {
        case items, issues
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(findings.map { FindingDocument($0, .chinese) }, forKey: .issues)
    }
}
