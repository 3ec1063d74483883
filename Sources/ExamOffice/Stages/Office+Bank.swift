import AnswerKey
import BankFile
import ExamModel
import Foundation
import ItemBank
import Ledger
import Sealing

extension Office {
    /// Reads bank files and puts their items into the bank (`bank import`). All files are read before the first is
    /// written.
    ///
    /// - Parameters:
    ///   - bank: nil when there is none to compare with: a dry run outside an exam folder.
    ///   - dryRun: says what would happen and writes nothing.
    static func importBank(
        _ files: [URL], into bank: URL?, dryRun: Bool = false, console: Console
    ) throws(Refusal) -> BankImport {
        let contents = try read(files, console)
        let bank = if let bank { try ItemBank(at: bank) } else { ItemBank?.none }
        var reports: [BankFileReport] = []
        var findings: [Finding] = []
        for content in contents {
            guard let bank else {
                say(
                    content.file, "可导入 \(content.items.count) 题", "\(content.items.count) fit", content.findings,
                    console)
                reports.append(BankFileReport(content))
                findings += content.findings
                continue
            }
            let outcome = try bank.store(content.items.map { ($0.draft, $0.place) }, dryRun: dryRun)
            let found = content.findings + outcome.findings
            say(
                content.file, (dryRun ? "将" : "") + "新增 \(outcome.added) 题，已有 \(outcome.unchanged) 题",
                "\(outcome.added) added, \(outcome.unchanged) known", found, console)
            reports.append(BankFileReport(content, ids: outcome.ids, findings: found))
            findings += found
        }
        return BankImport(reports: reports, findings: findings)
    }

    /// The same into the exam's own bank, with a line in the ledger.
    func importBank(_ files: [URL]) throws(Refusal) -> BankImport {
        let stage = try begin(.bankImport)
        let outcome = try Self.importBank(files, into: folder.bank, console: console)
        let digest = try ItemBank.digest(of: try ItemBank(at: folder.bank).items())
        try stage.record(inputs: files, note: ["bank": digest.description])
        return outcome
    }

    /// Takes over the bank of another exam folder as it stands.
    func copyBank(from source: URL) throws(Refusal) {
        guard FileManager.default.fileExists(atPath: source.path) else { try Self.refuseMissingBank(source) }
        let stage = try begin(.bankImport)
        try ItemBank(at: source).copy(to: folder.bank)
        let digest = try ItemBank.digest(of: try ItemBank(at: folder.bank).items())
        try stage.record(note: ["bank": digest.description])
        console.say("沿用题库 \(source.path)", "took over the bank \(source.path)")
    }

    /// What the bank holds (`bank stats`): items by domain and type.
    static func showBank(_ url: URL, console: Console) throws(Refusal) -> BankStatistics {
        guard FileManager.default.fileExists(atPath: url.path) else { try refuseMissingBank(url) }
        let statistics = BankStatistics(try ItemBank(at: url).items().map(\.item))
        for row in statistics.domains {
            let counts = row.types.map { "\($0.key) \($0.value)" }.sorted().joined(separator: "  ")
            console.say("\(row.domain)：\(row.items) 题（\(counts)）", "\(row.domain): \(row.items) items (\(counts))")
        }
        console.say("合计 \(statistics.items) 题", "\(statistics.items) items in all")
        return statistics
    }

    /// What the exam's bank holds, if that is what the last import left there.
    func bankItems() throws(Refusal) -> [KeyedItem] {
        let items = try ItemBank(at: try existingBank()).items()
        let recorded = try account().note("bank", of: .bankImport)
        guard try ItemBank.digest(of: items).description == recorded else {
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

    private static func read(_ files: [URL], _ console: Console) throws(Refusal) -> [BankFileContents] {
        var contents: [BankFileContents] = []
        for (index, file) in files.enumerated() {
            contents.append(try BankFile.read(file))
            console.progress(Bilingual("读取题库", "reading"), index + 1, of: files.count)
        }
        return contents
    }

    private static func say(
        _ file: String, _ chinese: String, _ english: String, _ findings: [Finding], _ console: Console
    ) {
        let refused = findings.count { $0.severity == .error }
        console.say("\(file)：\(chinese)，退回 \(refused) 处", "\(file): \(english), \(refused) refused")
        console.report(findings)
    }
}
