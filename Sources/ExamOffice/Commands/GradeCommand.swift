import ArgumentParser
import ExamModel

struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "grade", abstract: "阅卷 (mark the answers)")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.perform { () throws(Refusal) in
            let graded = try common.office().grade()
            return Outcome(graded, findings: graded.findings)
        }
    }
}
