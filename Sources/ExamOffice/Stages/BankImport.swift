import BankFile
import ExamModel

/// What an import of bank files found and did. As a document: one file gives one report, several give an array.
struct BankImport: Encodable {
    let reports: [BankFileReport]
    let findings: [Finding]

    func encode(to encoder: any Encoder) throws {
        if reports.count == 1 { try reports[0].encode(to: encoder) } else { try reports.encode(to: encoder) }
    }
}
