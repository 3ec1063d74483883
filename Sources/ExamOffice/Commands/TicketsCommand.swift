import ArgumentParser
import ExamModel

struct TicketsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tickets", abstract: "准考证、座次表、考场情况记录表 (tickets, seating charts, room records)")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.perform { () throws(Refusal) in
            let office = try common.office()
            return Outcome(try office.tickets().map { office.folder.name(of: $0) })
        }
    }
}
