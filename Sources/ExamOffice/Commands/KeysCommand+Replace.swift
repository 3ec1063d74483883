import ArgumentParser
import ExamModel
import Foundation
import Sealing

extension KeysCommand {
    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "吊销一张证书：此后的签名不再有效 (take a certificate back)",
            discussion: "考务组的证书由监督组见证吊销，其余由考务组见证；都要用到证书机构的私钥。")

        @OptionGroup var common: CommonOptions
        @Argument(help: ArgumentHelp("角色，如 office、site-chengdu (whose certificate)", valueName: "role"))
        var holder: HolderName
        @Option(help: ArgumentHelp("原因 (why): \(RevocationReason.words)", valueName: "reason"))
        var reason = RevocationReason(reason: .keyCompromise)
        @Option(
            help: ArgumentHelp(
                "从何时起不可信，如 \"2020-06-20 08:00\"；默认为现在 (since when it is not believed)", valueName: "time"))
        var since: String?

        func run() throws {
            try common.perform { () throws(Refusal) in
                Outcome(try common.office().revoke(holder.holder, reason: reason.reason, since: since))
            }
        }
    }

    struct Renew: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "换发证书和私钥，原证书随即吊销 (a new certificate and key)", aliases: ["replace"])

        @OptionGroup var common: CommonOptions
        @OptionGroup var passphrases: PassphraseOptions
        @Argument(help: ArgumentHelp("角色，如 office、site-chengdu (whose certificate)", valueName: "role"))
        var holder: HolderName
        @OptionGroup var servers: HostOptions

        func run() throws {
            try common.perform { () throws(Refusal) in
                let office = try common.office()
                let file = try office.renew(
                    holder.holder, generatingPassphrase: passphrases.generates, hosts: servers.hosts())
                return Outcome([office.folder.name(of: file)])
            }
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "导入别处签发的证书和私钥 (use a certificate issued elsewhere)",
            discussion: """
                本场考试的证书机构为同一把密钥签发角色证书，原证书及证书链存入 keys/imported 并记账。只接受椭圆曲线 P-256、P-384 的密钥；\
                RSA 等密钥不能用于本系统的封装格式。
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var passphrases: PassphraseOptions
        @Argument(help: ArgumentHelp("角色，如 office、site-chengdu (for whom)", valueName: "role")) var holder: HolderName
        @Option(help: ArgumentHelp("PEM 证书 (the certificate)", valueName: "file"), completion: .file()) var certificate:
            String
        @Option(help: ArgumentHelp("PEM 私钥 (its private key)", valueName: "file"), completion: .file()) var key: String
        @Option(
            help: ArgumentHelp("PEM 证书链，直到根证书 (its issuers, up to the root)", valueName: "file"), completion: .file())
        var chain: String?

        func run() throws {
            try common.perform { () throws(Refusal) in
                let office = try common.office()
                let file = try office.importKey(
                    holder.holder, certificate: URL(filePath: certificate), key: URL(filePath: key),
                    chain: chain.map { URL(filePath: $0) }, generatingPassphrase: passphrases.generates)
                return Outcome([office.folder.name(of: file)])
            }
        }
    }
}

/// A role on the command line, with the id of its site or class where there are several.
struct HolderName: ExpressibleByArgument {
    let holder: Holder

    init?(argument: String) {
        guard let holder = Holder(name: argument) else { return nil }
        self.holder = holder
    }
}

struct RevocationReason: ExpressibleByArgument {
    static let words = Revocation.Reason.allCases.map(\.word).joined(separator: "、")

    let reason: Revocation.Reason

    init(reason: Revocation.Reason) {
        self.reason = reason
    }

    init?(argument: String) {
        guard let reason = Revocation.Reason.allCases.first(where: { $0.word == argument }) else { return nil }
        self.reason = reason
    }

    var defaultValueDescription: String { reason.word }
}
