import ArgumentParser
import ExamModel

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "各步骤做到哪里，下一步是什么 (the stages, and what comes next)")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.perform { () throws(Refusal) in
            Outcome(try common.office().status())
        }
    }
}
