import AtomicFile
import BankFile
import ExamModel
import Foundation
import ItemBank

/// The refused items of a file, as a workbook beside the bank that a person mends and imports again.
enum RefusedItemsFile {
    /// - Parameter outcome: what the bank made of the file's sound items; nil where it was not asked.
    /// - Returns: a warning that names the workbook; nil when nothing was refused. A workbook that cannot be written is
    ///   a warning as well: the import itself stands.
    static func write(_ contents: BankFileContents, _ outcome: StoreOutcome, beside bank: URL) -> Finding? {
        let reasons = Dictionary(
            outcome.findings.filter { $0.severity == .error }.map { ($0.place, $0) }
        ) { first, _ in first }
        let conflicts = zip(contents.items, outcome.ids).compactMap { item, id in
            id == nil ? reasons[item.place].map { (item: item, reason: $0) } : nil
        }
        let name = contents.file.hasPrefix("退回-") ? contents.file : "退回-\(contents.file).xlsx"
        let file = bank.deletingLastPathComponent().appending(path: name)
        do throws(Refusal) {
            guard let workbook = try contents.refusedWorkbook(others: conflicts) else { return nil }
            try AtomicFile.write(workbook, to: file, permissions: 0o600)
        } catch {
            return error.findings.first.map { Finding(.warning, $0.code, at: $0.place, $0.message) }
        }
        return Finding(
            .warning, .refusedItemsWritten, at: Place(file: file.path),
            Bilingual("退回的试题已写入这个文件，改好后可再导入", "the refused items are in this file: mend them and import it"))
    }
}

extension FindingCode {
    static let refusedItemsWritten: FindingCode = "REFUSED_ITEMS_WRITTEN"
}
