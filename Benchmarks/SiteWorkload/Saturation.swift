import ExamModel
import ExamSeat
import Foundation
import Sealing
import SiteLink
import SiteProtocol
import Sitting

/// How many lines a second a site can make durable: journals are written beforehand, then sent line by line, the next when
/// the last one is on the site's disk.
struct Saturation {
    /// Of each item's options all are chosen in turn.
    private static let rounds = 4

    /// A journal of one candidate, ready to be sent.
    private struct Journal {
        let client: SiteClient
        let lines: [Data]
    }

    let order: SiteWorkload.Order
    let transport: SiteTransport
    let machines: [String]
    let trust: Trust
    let readClock: @Sendable () -> ClockReading

    /// Lines a second that were saved.
    func run() async throws -> Double {
        let folder = try TerminalFolder(URL(filePath: order.state))
        let shelf = FormShelf()
        let journals = try await withThrowingTaskGroup(of: Journal.self) { group in
            for (index, person) in order.people.enumerated() {
                group.addTask { try await write(person, machines[index], folder, shelf) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let clock = ContinuousClock()
        let began = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for journal in journals {
                group.addTask {
                    for (index, line) in journal.lines.enumerated() {
                        _ = try await journal.client.post(lines: line, from: index)
                    }
                }
            }
            try await group.waitForAll()
        }
        return Double(journals.reduce(0) { $0 + $1.lines.count }) / (clock.now - began).inSeconds
    }

    /// Logs in, waits for the start, and writes what is going to be sent. Nothing is sent meanwhile.
    private func write(
        _ person: SiteWorkload.Order.Person, _ machine: String, _ folder: TerminalFolder, _ shelf: FormShelf
    ) async throws -> Journal {
        var client = SiteClient(transport, machine: machine)
        let notice = try await client.notice()
        let login = try await client.logIn(LoginRequest(ticket: person.ticket, lastSix: person.lastSix))
        client.sitting = login.token
        let link = try SittingLink(
            client, login: login, exam: notice.exam, trust: trust, folder: folder, shelf: shelf,
            readClock: readClock, onChange: {})
        let listening = Task { await link.run() }
        while try link.look(at: readClock()) != .open { try await Task.sleep(for: .milliseconds(20)) }
        listening.cancel()
        await listening.value
        let seat = try link.sit(keeper: NoKeeper(), at: readClock())
        try seat.begin(at: readClock())
        for round in 0..<Self.rounds {
            for question in seat.content.questions {
                let options = question.item.options
                try seat.sitting.perform(
                    .answered(question.id, [options[round % options.count].id]), at: readClock())
            }
        }
        try seat.sitting.save()
        let text = try Data(contentsOf: folder.journal(of: login.header))
        return Journal(client: client, lines: text.split(separator: 0x0a).map { Data($0 + [0x0a]) })
    }
}

/// The journal holds it all.
private final class NoKeeper: SheetKeeper {
    func keep(_ sheet: AnswerSheet, at reading: ClockReading) {}
}
