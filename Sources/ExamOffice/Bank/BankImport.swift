import BankFile
import ExamModel

/// What an import of bank files found and did. As a document: one file gives one report, several give an array.
struct BankImport: Encodable {
    private(set) var reports: [BankFileReport] = []
    private(set) var findings: [Finding] = []
    /// How many files were taken in, with all their items or the sound ones.
    private(set) var files = 0
    /// Whether the bank holds something new or changed.
    private(set) var hasChanged = false

    mutating func add(_ report: BankFileReport, _ findings: [Finding], isTaken: Bool, hasChanged: Bool) {
        reports.append(report)
        self.findings += findings
        if isTaken { files += 1 }
        if hasChanged { self.hasChanged = true }
    }

    func encode(to encoder: any Encoder) throws {
        if reports.count == 1 { try reports[0].encode(to: encoder) } else { try reports.encode(to: encoder) }
    }
}
