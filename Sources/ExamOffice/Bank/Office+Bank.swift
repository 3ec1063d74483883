import AnswerKey
import ExamModel
import Foundation
import ItemBank
import Ledger
import Sealing

extension Office {
    /// Reads bank files into the exam's own bank (`bank import`), with a line in the ledger.
    func importBank(_ files: [URL], _ choices: ImportChoices = ImportChoices()) throws(Refusal) -> BankImport {
        try BankDesk(self).importFiles(files, choices)
    }

    /// Takes over the bank of another exam folder as it stands.
    func copyBank(from source: URL) throws(Refusal) {
        guard FileManager.default.fileExists(atPath: source.path) else { try Self.refuseMissingBank(source) }
        let stage = try begin(.bankImport)
        try ItemBank(reading: source).copy(to: folder.bank)
        let digest = try ItemBank.digest(of: try ItemBank(at: folder.bank).approvedItems())
        try stage.record(note: ["bank": digest.description])
        console.say("沿用题库 \(source.path)", "took over the bank \(source.path)")
    }

    /// The approved items of the exam's bank, if they are what the ledger's last line of the bank says.
    func bankItems() throws(Refusal) -> [KeyedItem] {
        let items = try ItemBank(reading: try existingBank()).approvedItems()
        guard try ItemBank.digest(of: items).description == account().bank else {
            throw Refusal(
                .resultChanged, at: Place(file: folder.name(of: folder.bank)), "题库内容与账本记录的不一致，可能被改动过；请从备份恢复，或重新导入",
                "the bank does not hold what the ledger recorded: it was changed; restore it, or import again")
        }
        return items
    }

    func existingBank() throws(Refusal) -> URL {
        guard FileManager.default.fileExists(atPath: folder.bank.path) else { try Self.refuseMissingBank(folder.bank) }
        return folder.bank
    }

    static func refuseMissingBank(_ bank: URL) throws(Refusal) -> Never {
        throw Refusal(
            .stageMissing, at: Place(file: bank.lastPathComponent), "还没有题库，请先运行 kaochang bank import 文件…",
            "there is no bank yet; run kaochang bank import FILE…")
    }
}
