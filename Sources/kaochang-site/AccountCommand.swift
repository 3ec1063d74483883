import ArgumentParser
import ExamModel
import Foundation
import Sealing
import SiteServer

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Who may sign in at the console · 控制台账户",
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds an account; the password is asked for twice at the terminal · 添加账户",
            discussion:
                "Roles: invigilator 监考, affairs 考务, supervision 监督 (looks only). A running server knows it at once.")

        @OptionGroup var site: SiteOptions

        @Argument(help: ArgumentHelp("1 to 32 letters, digits, or . _ -", valueName: "name"))
        var name: String

        @Option(help: "invigilator, affairs or supervision.")
        var role: AccountRole

        @Option(help: ArgumentHelp("A file with the password, for scripts.", valueName: "file"))
        var passwordFile: String?

        func run() async throws {
            try await site.reporting {
                let spelled = try Account.spelled(name)
                let account = try Account(name: spelled, role: role, password: password())
                try AccountFile(in: site.folder).add(account)
                Message.line(
                    Bilingual(
                        "已添加账户 \(account.name)（\(role.name.chinese)）", "added \(account.name) (\(role.name.english))"
                    ).text(
                        in: site.language))
            }
        }

        private func password() throws(Refusal) -> Passphrase {
            if let passwordFile { return try Passphrase(contentsOf: URL(filePath: passwordFile)) }
            guard let terminal = TerminalPrompt(),
                let password = try terminal.newPassphrase("为账户 \(name) 设置密码 (new password)：")
            else {
                throw Refusal(
                    "PASSWORD_NEEDED", "没有输入密码；不在终端上时请用 --password-file",
                    "no password was given; without a terminal use --password-file")
            }
            return password
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Names and roles · 列出账户")

        @OptionGroup var site: SiteOptions

        @Flag(help: "One JSON document on standard output.")
        var json = false

        func run() async throws {
            try await site.reporting {
                let accounts = try AccountFile(in: site.folder).accounts()
                if json {
                    let encoder = JSONEncoder()
                    encoder.outputFormatting = .sortedKeys
                    let listed = accounts.map { ["name": $0.name, "role": $0.role.rawValue] }
                    return Message.line(String(decoding: try encoder.encode(listed), as: UTF8.self))
                }
                for account in accounts {
                    Message.line("\(account.name)\t\(account.role.name.text(in: site.language))")
                }
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Removes an account and signs it out · 删去账户")

        @OptionGroup var site: SiteOptions

        @Argument(help: ArgumentHelp("The account.", valueName: "name"))
        var name: String

        func run() async throws {
            try await site.reporting {
                try AccountFile(in: site.folder).remove(name)
                Message.line(Bilingual("已删去账户 \(name)", "removed \(name)").text(in: site.language))
            }
        }
    }
}

extension AccountRole: ExpressibleByArgument {}
