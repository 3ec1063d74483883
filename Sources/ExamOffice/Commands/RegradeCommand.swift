import ArgumentParser
import ExamModel
import Foundation
import Sealing

struct RegradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regrade", abstract: "更正答案后改判：试算、提出、批准、执行 (regrade after a corrected key)",
        subcommands: [Preview.self, Propose.self, Approve.self, Apply.self], defaultSubcommand: Preview.self)

    struct Preview: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "试算谁的成绩、名次怎样变，什么都不改 (a dry run)")

        @OptionGroup var common: CommonOptions
        @Argument(help: "更正文件 .yaml (the corrections)", completion: .file(extensions: ["yaml"])) var file: String

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(try common.office().previewRegrade(URL(filePath: file)))
            }
        }
    }

    struct Propose: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "写下更正方案，等待批准 (write the proposal down)")

        @OptionGroup var common: CommonOptions
        @Argument(help: "更正文件 .yaml (the corrections)", completion: .file(extensions: ["yaml"])) var file: String

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(try common.office().proposeRegrade(URL(filePath: file)))
            }
        }
    }

    struct Approve: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "批准更正方案，签入账本 (approve the proposal)")

        enum Role: String, ExpressibleByArgument, CaseIterable {
            case grading, supervision

            var purpose: Purpose { self == .grading ? .grading : .supervision }
        }

        @OptionGroup var common: CommonOptions
        @Option(name: .customLong("as"), help: "以阅卷组还是监督组的名义 (whose approval)") var role: Role
        @Argument(help: "方案号，默认最后一个 (the proposal's number)") var number: Int?

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(try common.office().approveRegrade(number, as: role.purpose))
            }
        }
    }

    struct Apply: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "执行已批准的方案 (apply an approved proposal)")

        @OptionGroup var common: CommonOptions
        @Argument(help: "方案号，默认最后一个 (the proposal's number)") var number: Int?

        func run() throws {
            try common.perform { () throws(Refusal) in Outcome(try common.office().applyRegrade(number)) }
        }
    }
}
