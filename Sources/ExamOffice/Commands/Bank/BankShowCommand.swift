import ArgumentParser
import ExamModel

struct BankShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "一道题的全部：题文、答案、经过、使用情况 (an item in full, with its history and use)")

    @OptionGroup var bank: BankOptions
    @Argument(help: "试题编号，或其开头几位 (an item's id, or how it begins)") var id: String

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let dossier = try ItemDossier(id, in: bank.desk().reading())
            let lines = dossier.lines(in: bank.console.language).joined(separator: "\n")
            bank.console.say(lines, lines)
            return Outcome(BankItemDocument(dossier))
        }
    }
}
