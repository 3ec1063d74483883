import ArgumentParser
import ExamModel

struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rank", abstract: "排名 (make the standings)")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.perform { () throws(Refusal) in
            let office = try common.office()
            let standings = try office.rank()
            office.say(standings)
            return Outcome(standings)
        }
    }
}
