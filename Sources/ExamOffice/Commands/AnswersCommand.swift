import ArgumentParser
import ExamModel
import Foundation

struct AnswersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers", abstract: "答卷 (answer sheets)", subcommands: [Collect.self])

    struct Collect: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "收取密封的答卷 .kca (take sealed answers in)")

        @OptionGroup var common: CommonOptions
        @Argument(help: "答卷文件 (answer files)", completion: .file(extensions: ["kca"])) var files: [String]

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(try common.office().collect(files.map { URL(filePath: $0) }))
            }
        }
    }
}
