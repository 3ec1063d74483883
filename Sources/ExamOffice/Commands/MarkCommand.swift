import ArgumentParser
import ExamModel

/// `paper mark`: a proof-reader's marks.
struct MarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark", abstract: "校对有误：试题退回审题，只换这几处 (send items back to review and replace them)")

    @OptionGroup var common: CommonOptions
    @Argument(help: "试卷号，如 A (the form)") var form: String
    @Argument(help: "校样上的题号或试题编号 (numbers of the proof, or ids)") var items: [String]
    @Option(help: "谁校对 (who read the proof)") var reader: String
    @Option(help: "哪里不对；记入试题历史 (what is wrong)") var remark: String

    func run() throws {
        try common.perform { () throws(Refusal) in
            Outcome(try common.office().mark(items, in: FormID(form), reader: reader, remark: remark))
        }
    }
}
