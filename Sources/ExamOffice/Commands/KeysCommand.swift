import ArgumentParser
import ExamModel

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "证书与密钥 (certificates and keys)", subcommands: [Init.self])

    struct Init: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: "建立本场考试的证书：考务、监督、考点、阅卷 (make the exam's certificates)")

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.perform { () throws(Refusal) in
                let office = try common.office()
                return Outcome(try office.initKeys().map { office.folder.name(of: $0) })
            }
        }
    }
}
