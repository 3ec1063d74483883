import ArgumentParser
import ExamModel

struct BankStatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "题库里有什么：领域、题型、难度 (what the bank holds)")

    @OptionGroup var bank: BankOptions

    func run() throws {
        try bank.common.perform { () throws(Refusal) in Outcome(try bank.desk().statistics()) }
    }
}
