import ArgumentParser
import ExamModel
import Foundation

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "核验：不相信任何人，从头重算一场考试 (compute an exam again, believing nobody)",
        subcommands: [Verify.self, Bundle.self, Head.self, Stamp.self, Countersign.self])

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "逐项重算：账本、封卷、抽签、组卷、回执、考点账本、评分、排名、报告 (recompute everything, up to the first thing that does not hold)")

        @OptionGroup var common: CommonOptions
        @Option(help: "亲手拿到的考试证书机构证书 authority.pem；与文件夹中的不同即拒绝 (the authority's certificate you were given)")
        var authority: String?
        @Option(help: "别处记下的账本末行散列，可写多次 (a head of the ledger noted elsewhere)") var head: [String] = []
        @Option(help: "时间戳机构公布的证书；默认用文件夹里的 (the time stamp authority's published certificate)")
        var timestampAuthority: String?

        func run() throws {
            try common.perform { () throws(Refusal) in
                try common.office().audit(
                    authority: authority.map { URL(filePath: $0) }, heads: head,
                    timestampAuthority: timestampAuthority.map { URL(filePath: $0) })
            } holding: {
                $0.holds
            } complete: {
                $0.isComplete
            }
        }
    }

    struct Bundle: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "考后公开包：没有任何秘密，谁都可以拿去核验 (a bundle for everybody, without a secret)")

        @OptionGroup var common: CommonOptions
        @Option(help: "写到哪个新文件夹 (the new folder)") var into: String

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(try common.office().bundle(into: URL(filePath: into, directoryHint: .isDirectory)))
            }
        }
    }

    struct Head: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "账本末行散列，请监督组抄下 (the ledger's head, for supervision to note)")

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.perform { () throws(Refusal) in Outcome(try common.office().ledgerHead()) }
        }
    }
}
