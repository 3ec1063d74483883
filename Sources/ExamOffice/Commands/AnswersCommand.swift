import ArgumentParser
import ExamModel
import Foundation

struct AnswersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers", abstract: "答卷 (answer sheets)", subcommands: [Collect.self])

    struct Collect: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "收取密封的答卷 .kca 和考点账本 (take sealed answers in, and the sites' ledgers)",
            discussion: "A site's ledger, site-ledger.jsonl, is taken from beside each file, or given by name.")

        @OptionGroup var common: CommonOptions
        @Argument(
            help: "答卷文件，或考点账本 (answer files, ledgers of sites)", completion: .file(extensions: ["kca", "jsonl"]))
        var files: [String]

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(try common.office().collect(files.map { URL(filePath: $0) }))
            }
        }
    }
}
