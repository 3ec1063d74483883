import ArgumentParser
import ExamModel
import Foundation

struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade", abstract: "阅卷 (mark the answers)",
        subcommands: [Run.self, Sheet.self, Explain.self], defaultSubcommand: Run.self)

    struct Run: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "评阅全部答卷 (mark all sheets)")

        @OptionGroup var common: CommonOptions
        @Option(help: "填好的评分表 .csv .xlsx (marks that people gave)", completion: .file()) var marks: String?
        @Option(help: "另一人录入的同一评分表，逐分核对 (the same marks entered again)", completion: .file()) var second: String?
        @Option(help: "答卷裁定 .yaml：作废、以哪份为准 (rulings about sheets)", completion: .file()) var rulings: String?

        func validate() throws {
            guard second == nil || marks != nil else {
                throw ValidationError("--second 要和 --marks 一起用 (--second goes with --marks)")
            }
        }

        func run() throws {
            try common.perform { () throws(Refusal) in
                let graded = try common.office().grade(
                    marks: marks.map { URL(filePath: $0) }, second: second.map { URL(filePath: $0) },
                    rulings: rulings.map { URL(filePath: $0) })
                return Outcome(graded, findings: graded.findings)
            }
        }
    }

    struct Sheet: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "导出人工评分表，供填写 (write the sheet for marks by hand)")

        @OptionGroup var common: CommonOptions
        @Argument(help: "写到哪个文件 .csv (the file to write)", completion: .file(extensions: ["csv"])) var file: String

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(try common.office().writeHandMarkSheet(URL(filePath: file)))
            }
        }
    }

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "一名考生每题得分的理由 (why a candidate earned what)")

        @OptionGroup var common: CommonOptions
        @Argument(help: "准考证号 (the ticket)") var ticket: String
        @Option(help: "题号或试题编号，默认全部 (a number or an item's id)") var item: String?

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(try common.office().explain(TicketNumber(ticket), item: item))
            }
        }
    }
}
