import ArgumentParser
import AtomicFile
import ExamModel
import Foundation
import TableFile

struct AnalyseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyse",
        abstract: "试题分析：答卷表（csv 或紧凑答卷 .kps）按答案表评分、排名、分析 (score, rank and analyse a file of sheets)",
        discussion: """
            答卷 csv：第一行为准考证号和各题题号，以下每份答卷一行，格内写选项字母（A、ABD），判断题写 T、F，未答留空。
            答案表 yaml：
                form: A
                sections:
                  - { title: 单项选择题, type: single-choice, options: 4, marks: 1, scoring: { rule: exact }, keys: A C B }
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "答卷文件 (the sheets)", completion: .file(extensions: ["csv", "kps"])) var file: String
    @Option(help: "答案表 (the key)", completion: .file(extensions: ["yaml"])) var key: String
    @Option(help: "把名次写成 csv (write the ranking)", completion: .file()) var ranking: String?
    @Option(help: "把答卷另存为紧凑格式 (write the sheets packed)", completion: .file(extensions: ["kps"])) var pack: String?

    func run() throws {
        try common.perform { () throws(Refusal) in
            let analysis = try SheetAnalysis(URL(filePath: file), key: URL(filePath: key))
            let document = try analysis.document()
            if let ranking { try AtomicFile.write(CSVWriter.data(try analysis.ranking()), to: URL(filePath: ranking)) }
            if let pack { try AtomicFile.write(try analysis.packed(), to: URL(filePath: pack)) }
            for line in document.analysis.lines { common.console.say(line) }
            return Outcome(document)
        }
    }
}
