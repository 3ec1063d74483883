import ArgumentParser
import BankFile
import ExamModel
import Foundation
import ItemBank

struct BankImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "导入题库文件 (import bank files)",
        discussion: """
            每个文件要么全部导入，要么一题不导；--accept-partial 只导入合格的试题。已有的试题不会被改动，答案不同的一律退回。
            导入的试题直接可以上卷；题库要求审题（bank settings --review required）或写明 --as draft 时先作草稿。
            """)

    @OptionGroup var bank: BankOptions
    @OptionGroup var person: PersonOptions
    @Argument(help: "题库文件，或装有题库文件的文件夹 (bank files, or folders of them)", completion: .file()) var files: [String]
    @Flag(help: "只检查，不写入 (check only)") var dryRun = false
    @Flag(help: "有退回的试题时，仍导入其余的 (import the sound items of a file with faults)") var acceptPartial = false
    @Flag(help: "题库已有同一试题时，取文件中的知识点、难度和解析 (take over topic, difficulty and rationale)") var update = false
    @Option(name: .customLong("as"), help: "draft 草稿，或 approved 定稿 (state of new items)") var state: String?
    @Option(help: "YAML 文件：各列标题的意思 (what column headings mean)", completion: .file()) var headings: String?
    @Option(help: "来源，如发布单位；默认为文件名 (who published it)") var source: String?

    func validate() throws {
        guard [nil, "draft", "approved"].contains(state) else {
            throw ValidationError("--as 只能是 draft 或 approved (--as is draft or approved)")
        }
    }

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let urls = try BankFolder.files(files)
            let meanings =
                if let headings { try BankHeadings.read(URL(filePath: headings)) } else { BankHeadings.usual }
            let choices = ImportChoices(
                by: person.by, reason: person.reason, state: state.flatMap(ItemState.init(word:)), source: source,
                updates: update, isDryRun: dryRun, headings: meanings, acceptsPartial: acceptPartial)
            guard let desk = try desk() else {
                let found = try BankDesk.check(urls, meanings, console: bank.console)
                return Outcome(found, findings: found.findings)
            }
            let imported = try desk.importFiles(urls, choices)
            return Outcome(imported, findings: imported.findings, failed: !dryRun && imported.files == 0)
        }
    }

    /// Nil for a dry run outside an exam folder, where there is no bank to compare with.
    private func desk() throws(Refusal) -> BankDesk? {
        guard dryRun, bank.path == nil, bank.common.examPath == nil else { return try bank.desk() }
        return try? bank.desk()
    }
}
