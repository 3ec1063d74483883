import ArgumentParser
import ExamModel
import Sealing

struct DrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw", abstract: "抽签定种：考务与监督各出密数，谁也左右不了组卷 (a draw that nobody steers)",
        subcommands: [Commit.self, Freeze.self])

    struct Commit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "承诺：生成密数，把它的散列记入账本 (commit to a secret)")

        @OptionGroup var common: CommonOptions
        @Option(help: "office 考务组，或 supervision 监督组 (whose secret)") var role: Role

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(["commitment": try common.office().commitDraw(by: role.purpose)])
            }
        }
    }

    struct Freeze: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "双方承诺之后，冻结题库和命题细目表 (freeze bank and blueprint)")

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(["bank": try common.office().freezeDraw()])
            }
        }
    }

    enum Role: String, ExpressibleByArgument, CaseIterable {
        case office
        case supervision

        var purpose: Purpose { self == .office ? .office : .supervision }
    }
}
