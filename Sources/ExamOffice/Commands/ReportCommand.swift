import ArgumentParser
import ExamModel

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "report", abstract: "成绩报告：csv、xlsx、html (reports)")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.perform { () throws(Refusal) in
            let office = try common.office()
            return Outcome(try office.report().map { office.folder.name(of: $0) })
        }
    }
}
