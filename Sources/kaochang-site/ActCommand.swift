import ArgumentParser
import ExamModel
import Foundation
import SiteServer

struct ActCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "act",
        abstract: "Does what an invigilator decided, as at the console · 监考操作",
        discussion: """
            Actions: \(ActCommandLine.actions.joined(separator: ", ")).

            admit TICKET --seat SEAT           the candidate may sit at that seat (准入、换机)
            give-time TICKET… --minutes N      more time (补时)
            give-back --incident N             the time of an outage (补还中断时间)
            message TICKET… --text TEXT        a message on the screen (发消息)
            void TICKET… --confirm COUNT       asked twice, as collect is (作废、收卷)

            Exit 3: done, but for those who are named. 1: refused, nothing done.
            """)

    @OptionGroup var site: SiteOptions

    @Argument(help: ArgumentHelp("What is done.", valueName: "action"))
    var action: String

    @Argument(help: ArgumentHelp("Whom it is for.", valueName: "ticket"))
    var tickets: [String] = []

    @Option(help: "Why; it goes into the log and the ledger.")
    var reason: String

    @Option(
        help:
            "Whoever the ticket puts at this seat; with admit, issue-codes and withdraw the machine there. May be repeated."
    )
    var seat: [String] = []

    @Flag(help: "Everybody in the room.")
    var everybody = false

    @Option(help: "With give-time.")
    var minutes: Int?

    @Option(help: "With give-time.")
    var seconds: Int?

    @Option(help: "With message.")
    var text: String?

    @Option(help: "With give-back and settle: the incident's number.")
    var incident: Int?

    @Option(help: ArgumentHelp("With collect and void: how many people it reaches.", valueName: "count"))
    var confirm: Int?

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func validate() throws {
        guard ActCommandLine.actions.contains(action) else { throw ValidationError("there is no action \(action)") }
        if let minutes, !(0...10_000).contains(minutes) { throw ValidationError("--minutes is out of range") }
    }

    func run() async throws {
        try await site.acting(json: json) { () -> ActCommandLine in
            var line = ActCommandLine(action, because: reason)
            line.tickets = tickets
            line.seats = seat
            line.everybody = everybody
            line.seconds = seconds ?? minutes.map { $0 * 60 }
            line.text = text
            line.incident = incident
            line.confirmed = confirm
            return line
        }
    }
}

struct CodesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes",
        abstract: "One-time codes that make machines terminals; earlier ones of the same seats become void · 取入场码")

    @OptionGroup var site: SiteOptions

    @Argument(help: ArgumentHelp("The machines' seats.", valueName: "seat"))
    var seats: [String] = []

    @Flag(help: "For every seat of the paper.")
    var all = false

    @Option(help: "Why; it goes into the log and the ledger.")
    var reason = "登记机器"

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func validate() throws {
        guard all != !seats.isEmpty else { throw ValidationError("name seats, or give --all") }
    }

    func run() async throws {
        try await site.acting(json: json) {
            var line = ActCommandLine("issue-codes", because: reason)
            line.seats = seats
            line.everybody = all
            return line
        }
    }
}

extension SiteOptions {
    /// Sends an action to the server and says what became of it.
    fileprivate func acting(json: Bool, _ line: () -> ActCommandLine) async throws {
        try await reporting {
            let client = ControlClient(folder)
            let request = try line().request(in: await client.room())
            let reply = try await client.act(request)
            let outcome = try ActOutcome(reply)
            if json {
                Message.line(String(decoding: reply, as: UTF8.self))
            } else {
                for line in outcome.lines(in: language) { Message.line(line) }
            }
            guard outcome.reachedEverybody else { throw ExitCode(3) }
        }
    }
}
