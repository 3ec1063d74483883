import ArgumentParser
import ExamModel
import Foundation

struct BankStatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "覆盖表：各知识领域的试题数，与大纲比重对照 (what the bank holds, against the syllabus)",
        discussion: "大纲比重用 bank syllabus 写入；没有写入时，在考试文件夹里取 blueprint.yaml 的领域比例。")

    @OptionGroup var bank: BankOptions
    @Option(help: "另写成网页 (write the table as a page as well)", completion: .file()) var html: String?

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            Outcome(try bank.desk().statistics(page: html.map { URL(filePath: $0) }))
        }
    }
}
