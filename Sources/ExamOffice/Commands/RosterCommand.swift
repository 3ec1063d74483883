import ArgumentParser
import ExamModel
import Foundation

struct RosterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "考生名册 (the roster)", subcommands: [Import.self, Check.self])

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "导入名册 .csv .xlsx，可分多次；不合格的退回 (take a roster file in)")

        @OptionGroup var common: CommonOptions
        @Argument(help: "名册文件 (the roster file)", completion: .file()) var file: String

        func run() throws {
            try common.performCheck { () throws(Refusal) in
                try common.office().importRoster(URL(filePath: file))
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "名册里有谁，缺什么 (who is registered, what is missing)")

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.performCheck { () throws(Refusal) in try common.office().checkRoster() }
        }
    }
}
