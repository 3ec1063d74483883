import ArgumentParser
import ExamModel
import ItemBank

struct BankEnemiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enemies", abstract: "互斥题：几道题中至多一道上同一套卷 (items of which a form takes one at most)")

    @OptionGroup var bank: BankOptions
    @OptionGroup var person: PersonOptions
    @Argument(help: "两道或更多试题的编号 (ids of two items or more)") var ids: [String]
    @Flag(help: "解除互斥 (they may stand together after all)") var remove = false

    func validate() throws {
        guard ids.count >= 2 else { throw ValidationError("请写出两道或更多试题的编号 (name two items or more)") }
    }

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let changes = try bank.desk().setEnemies(ids, !remove, by: person.by, reason: person.reason)
            bank.console.say(
                remove ? "已解除互斥" : "已设为互斥，同一套卷至多用其中一道",
                remove ? "they may stand together" : "a form takes one of them at most")
            return Outcome(changes)
        }
    }
}
