import ArgumentParser
import AtomicFile
import ExamModel
import Foundation
import Sealing

struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "排名 (make the standings)",
        subcommands: [Make.self, Ties.self, Adjudicate.self, Approve.self, TableCommand.self],
        defaultSubcommand: Make.self)

    struct Make: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "按 rules.yaml 排名 (rank by the rules)")

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.perform { () throws(Refusal) in
                let office = try common.office()
                let standings = try office.rank()
                office.say(standings)
                return Outcome(standings)
            }
        }
    }

    struct Ties: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "列出待裁定的并列 (ties that wait for judges)")

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.perform { () throws(Refusal) in Outcome(try common.office().openTies()) }
        }
    }

    enum Role: String, ExpressibleByArgument, CaseIterable {
        case grading, supervision

        var purpose: Purpose { self == .grading ? .grading : .supervision }
    }

    struct Adjudicate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "写下裁判对并列的裁定，签入账本 (write down what judges decided)")

        @OptionGroup var common: CommonOptions
        @Option(help: "什么事项：advancing（晋级），或称号、奖项名 (what the places are of)") var matter = Adjudication.advancing
        @Option(name: .customLong("choose"), help: "选出的代表队或准考证号，可写多次 (who takes the places)") var chosen: [String]
        @Option(help: "理由，写入账本 (why)") var reason: String
        @Option(name: .customLong("as"), help: "以谁的名义签名 (who signs)") var role = Role.grading

        func validate() throws {
            guard !reason.isBlank else { throw ValidationError("--reason 不能空白 (give a reason)") }
        }

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(
                    try common.office().adjudicate(matter, choosing: chosen, reason: reason, as: role.purpose))
            }
        }
    }

    struct Approve: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "批准裁定，签入账本，并重新排名 (approve a decision and rank again)")

        @OptionGroup var common: CommonOptions
        @Option(name: .customLong("as"), help: "以阅卷组还是监督组的名义 (whose approval)") var role: Role
        @Argument(help: "裁定号，默认最后一个 (the decision's number)") var number: Int?

        func run() throws {
            try common.perform { () throws(Refusal) in
                let office = try common.office()
                let standings = try office.approveAdjudication(number, as: role.purpose)
                office.say(standings)
                return Outcome(standings)
            }
        }
    }

    struct TableCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "table", abstract: "综合情况表 .csv，供研究决定 (the composite table, for people who decide)")

        @OptionGroup var common: CommonOptions
        @Argument(help: "写到哪个文件 (the file to write)", completion: .file(extensions: ["csv"])) var file: String

        func run() throws {
            try common.perform { () throws(Refusal) in
                let office = try common.office()
                let standings = try office.standings()
                let table = StandingsTable(standings: standings, rules: try office.folder.readRules())
                try AtomicFile.write(table.data(), to: URL(filePath: file))
                office.console.say(
                    "\(standings.teams.count) 队，写入 \(file)", "\(standings.teams.count) teams, written to \(file)")
                return Outcome(["file": file])
            }
        }
    }
}
