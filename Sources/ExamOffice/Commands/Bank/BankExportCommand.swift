import ArgumentParser
import BankFile
import ExamModel
import Foundation
import ItemBank

struct BankExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "导出试题：.xlsx、.txt（部颁格式）、.gift、.xml（Moodle）、.zip（QTI）；或审题表 (export items)",
        discussion: "停用的试题不导出，除非写明 --status retired。导出的文件再导入，就是原来的题。")

    @OptionGroup var bank: BankOptions
    @Argument(help: "写到哪个文件；扩展名决定格式 (the file; its extension names the format)", completion: .file()) var file: String
    @OptionGroup var query: QueryOptions
    @Option(help: "格式：xlsx、txt、gift、moodle-xml、qti (the format, where the extension does not say)") var format: String?
    @Flag(help: "写审题表 .csv：题文、答案和留空的意见栏 (a list for reviewers, as .csv)") var reviewList = false

    func validate() throws {
        guard reviewList || exportFormat != nil else {
            throw ValidationError(
                "请用扩展名或 --format 写明格式 (name a format): \(BankExport.Format.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
    }

    private var exportFormat: BankExport.Format? {
        guard let format else { return BankExport.Format(fileExtension: URL(filePath: file).pathExtension) }
        return BankExport.Format(rawValue: format)
    }

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let url = URL(filePath: file)
            var query = query.query()
            let count: Int
            if let format = exportFormat, !reviewList {
                if query.states.isEmpty { query.states = [.draft, .reviewed, .approved] }
                count = try bank.desk().export(query, as: format, to: url)
            } else {
                count = try bank.desk().exportReviewList(query, to: url)
            }
            bank.console.say("已写出 \(count) 题：\(url.path)", "\(count) items written: \(url.path)")
            return Outcome(BankExportDocument(file: url.path, items: count))
        }
    }
}

/// The document of `bank export --json`.
struct BankExportDocument: Encodable {
    let file: String
    let items: Int
}
