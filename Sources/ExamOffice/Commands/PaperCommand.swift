import ArgumentParser
import ExamModel
import Foundation
import Sealing

struct PaperCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "试卷：组卷、核对、校对、封卷、验封、启封 (papers)",
        subcommands: [
            Assemble.self, Check.self, PreviewCommand.self, MarkCommand.self, Seal.self, Verify.self, Release.self,
            Revoke.self,
        ])

    struct Assemble: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "按命题细目表组卷 (assemble forms to the blueprint)")

        @OptionGroup var common: CommonOptions
        @Option(help: "种子，1 至 64 位十六进制；默认随机 (1 to 64 hexadecimal digits)") var seed: String?
        @Option(help: "套数；默认按 blueprint.yaml (how many forms)") var forms: Int?

        func validate() throws {
            guard forms.map(Blueprint.formCounts.contains) ?? true else {
                throw ValidationError("--forms 应在 1 到 2000 之间 (--forms is 1 to 2000)")
            }
        }

        func run() throws {
            try common.perform { () throws(Refusal) in
                let forms = try common.office().assemble(seed: try seed.map(Seed.init(option:)), forms: forms)
                return Outcome(forms)
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "逐条核对试卷与细目表，比较各套是否等值 (hold the forms against the blueprint and each other)")

        @OptionGroup var common: CommonOptions
        @Option(name: .customLong("html"), help: "把等值分析报告写成网页 (the equity report as a page)") var page: String?

        func run() throws {
            try common.perform { () throws(Refusal) in
                let (findings, equity) = try common.office().checkForms(page: page.map { URL(filePath: $0) })
                return Outcome(EquityDocument(findings, equity, common.console.language), findings: findings)
            }
        }
    }

    struct Seal: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "封卷：加密，考务与监督双签 (seal: encrypt, signed by two)")

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(try common.office().seal())
            }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "验封：签名与每一部分的散列 (check the seal)")

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(try common.office().verifyPaper())
            }
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "作废已封的试卷包，此后不得启封 (revoke a sealed paper: nobody may release or open it)")

        @OptionGroup var common: CommonOptions
        @Option(help: "原因，记入账本 (why)") var reason: String
        @Option(help: "由谁签发：office 或 supervision (who signs)") var role: String = Purpose.office.rawValue

        func validate() throws {
            guard ["office", "supervision"].contains(role) else {
                throw ValidationError("--role 应为 office 或 supervision (--role is office or supervision)")
            }
        }

        func run() throws {
            try common.perform { () throws(Refusal) in
                let signer = Purpose(rawValue: role) ?? .office
                return Outcome(try common.office().revokePaper(by: signer, reason: reason))
            }
        }
    }

    struct Release: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "启封：考务与监督共同签发启封文件 (release, by two)")

        @OptionGroup var common: CommonOptions
        @Option(help: "开考时间，如 \"2020-06-20 09:00\"，或 now；默认按 exam.yaml (when the session starts)")
        var start: String?
        @Option(help: "换卷，如 B=C：停用 B，改用 C，可写多次 (C is sat in B's place)") var replace: [String] = []
        @Flag(help: "启封文件丢失，按上次的时间和换卷重做一份 (make a lost release again, on the same terms)") var again = false
        @Flag(help: "同时写出可打字、可扫码的启封文字 (also as a text to be typed or scanned)") var text = false

        func validate() throws {
            guard !again || (start == nil && replace.isEmpty) else {
                throw ValidationError("--again 按上次的条件重做，不能再给 --start 或 --replace (--again takes neither)")
            }
        }

        func run() throws {
            try common.perform { () throws(Refusal) in
                let office = try common.office()
                let session = try again ? office.releaseAgain() : office.release(start: start, replacing: replace)
                return Outcome(Released(session: session, text: text ? try office.releaseText() : nil))
            }
        }
    }
}
