import ArgumentParser
import ExamModel
import Foundation

struct BankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank", abstract: "题库 (the item bank)", subcommands: [Import.self, Stats.self])

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "导入题库文件：.txt .csv .tsv .xlsx (import bank files)")

        @OptionGroup var common: CommonOptions
        @Argument(help: "题库文件 (bank files)", completion: .file()) var files: [String]
        @Option(help: "题库数据库；默认为考试文件夹里的 bank.sqlite (the bank's database)") var bank: String?
        @Flag(help: "只检查，不写入 (check only)") var dryRun = false

        func run() throws {
            try common.perform { () throws(Refusal) in
                let urls = files.map { URL(filePath: $0) }
                let outcome =
                    if dryRun {
                        try Office.importBank(urls, into: try bankToCompare(), dryRun: true, console: common.console)
                    } else if let bank {
                        try Office.importBank(urls, into: URL(filePath: bank), console: common.console)
                    } else {
                        try common.office().importBank(urls)
                    }
                return Outcome(outcome, findings: outcome.findings)
            }
        }

        /// The bank that a dry run compares with: the one named, or the exam folder's, where there is one.
        private func bankToCompare() throws(Refusal) -> URL? {
            if let bank { return URL(filePath: bank) }
            if common.examPath != nil { return try common.office().existingBank() }
            return try? common.office().existingBank()
        }
    }

    struct Stats: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "题库里有什么：领域、题型、难度 (what the bank holds)")

        @OptionGroup var common: CommonOptions
        @Option(help: "题库数据库；默认为考试文件夹里的 bank.sqlite (the bank's database)") var bank: String?

        func run() throws {
            try common.perform { () throws(Refusal) in
                let url = if let bank { URL(filePath: bank) } else { try common.office().existingBank() }
                return Outcome(try Office.showBank(url, console: common.console))
            }
        }
    }
}
