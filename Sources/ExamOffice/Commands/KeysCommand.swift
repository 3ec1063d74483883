import ArgumentParser
import ExamModel
import Foundation

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "证书与密钥：建立、吊销、换发、导入 (certificates and keys)",
        subcommands: [Init.self, List.self, Revoke.self, Renew.self, Import.self, National.self, Passphrase.self])

    struct Init: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: "建立本场考试的证书：考务、监督、考点、阅卷、终端 (make the exam's certificates)",
            discussion: "在终端上逐个设置私钥密码；不在终端上，或加 --generate-passphrases，则由程序生成并写成密码信封（keys/slips）。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var passphrases: PassphraseOptions
        @OptionGroup var servers: HostOptions

        func run() throws {
            try common.perform { () throws(Refusal) in
                let office = try common.office()
                let files = try office.initKeys(
                    generatingPassphrases: passphrases.generates, hosts: servers.hosts())
                return Outcome(files.map { office.folder.name(of: $0) })
            }
        }
    }

    struct National: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "建立考务组、监督组的 SM2 密钥，供国密副署 (SM2 keys for audit countersign)")

        @OptionGroup var common: CommonOptions
        @OptionGroup var passphrases: PassphraseOptions

        func run() throws {
            try common.perform { () throws(Refusal) in
                let office = try common.office()
                let files = try office.makeNationalKeys(generatingPassphrases: passphrases.generates)
                return Outcome(files.map { office.folder.name(of: $0) })
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "列出各角色的证书和私钥 (who has which certificate and key)")

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.perform { () throws(Refusal) in Outcome(try common.office().listKeys()) }
        }
    }

    struct Passphrase: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "更换一把私钥的密码 (another passphrase for a private key)",
            discussion: "原密码同其他命令一样查找；新密码取自 --new-passphrase-file，否则在终端上设置，否则由程序生成。")

        @OptionGroup var common: CommonOptions
        @OptionGroup var passphrases: PassphraseOptions
        @Argument(help: ArgumentHelp("角色，如 office、site-chengdu (whose key)", valueName: "role")) var holder: HolderName
        @Option(help: ArgumentHelp("新密码所在的文件 (a file with the new passphrase)", valueName: "file"), completion: .file())
        var newPassphraseFile: String?

        func run() throws {
            try common.perform { () throws(Refusal) in
                let office = try common.office()
                let file = try office.changePassphrase(
                    of: holder.holder, to: newPassphraseFile.map { URL(filePath: $0) },
                    generating: passphrases.generates)
                return Outcome([office.folder.name(of: file)])
            }
        }
    }
}
