import ArgumentParser
import ExamModel
import Foundation
import ItemBank

struct BankSyllabusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "syllabus", abstract: "写入大纲比重：表格，第一列知识领域，第二列比重 (the syllabus's weights, from a table)",
        discussion: "例如一行“社会保险/工伤保险, 12%”。各级比重都按占全部的百分比写。再次写入会替换原有的比重。")

    @OptionGroup var bank: BankOptions
    @OptionGroup var person: PersonOptions
    @Argument(help: "表格文件 .csv 或 .xlsx (a table)", completion: .file()) var file: String

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let url = URL(filePath: file)
            let rows = try SyllabusFile.read(url)
            try bank.desk().setSyllabus(rows, from: url, by: person.by)
            bank.console.say("已写入 \(rows.count) 个知识领域的比重", "took in the shares of \(rows.count) topics")
            return Outcome(rows.map { SyllabusRow(topic: $0.topic, share: $0.share) })
        }
    }
}

/// A row of the document of `bank syllabus --json`.
struct SyllabusRow: Encodable {
    let topic: Topic
    let share: Share
}
