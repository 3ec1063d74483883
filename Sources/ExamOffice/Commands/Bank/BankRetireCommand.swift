import ArgumentParser
import ExamModel

struct BankRetireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "停用试题：不再上卷，题文和经过留存 (take items out of use)")

    @OptionGroup var bank: BankOptions
    @OptionGroup var person: PersonOptions
    @Argument(help: "试题编号 (ids of items)") var ids: [String]

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let changes = try bank.desk().retire(ids, by: person.by, reason: person.reason)
            changes.say(on: bank.console)
            return Outcome(changes, findings: changes.findings)
        }
    }
}

struct BankRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "恢复停用的试题，作为草稿 (take retired items back, as drafts)")

    @OptionGroup var bank: BankOptions
    @OptionGroup var person: PersonOptions
    @Argument(help: "试题编号 (ids of items)") var ids: [String]

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let changes = try bank.desk().restore(ids, by: person.by, reason: person.reason)
            changes.say(on: bank.console)
            return Outcome(changes, findings: changes.findings)
        }
    }
}
