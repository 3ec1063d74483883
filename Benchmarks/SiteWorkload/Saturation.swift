import ExamModel
import ExamSeat
import Foundation
import Sealing
import SiteLink
import SiteProtocol
import Sitting

/// How many lines a second a site can make durable: journals are written beforehand, then sent line by line, the next when
/// the last one is on the site's disk. In turn with them, over the same connections, as many empty requests, and the disk
/// by itself: whatever else the machine does meets all three alike.
struct Saturation {
    /// What the saves are held against.
    struct Beside: Decodable {
        /// The server's process, whose processor time is read.
        let server: Int
        /// A folder on the site's disk.
        let folder: String
    }

    /// How often something was done, in how many seconds, and with how much processor time of the server and of this process.
    struct Rate: Encodable {
        var count = 0
        var seconds = 0.0
        var server = 0.0
        var client = 0.0
    }

    struct Measured: Encodable {
        var saves = Rate()
        /// Lines that were sent together, as a terminal sends what has come while it waited.
        var gathered = Rate()
        var empty = Rate()
        var flushes = Rate()
    }

    /// Of each item's options all are chosen in turn.
    private static let rounds = 4
    /// Lines of a journal that are sent before it is another's turn, and how many of them travel together.
    private static let slice = 100
    private static let together = 4
    /// Bytes written and flushed at once: a batch of lines.
    private static let batch = 16 << 10

    /// A journal of one candidate, ready to be sent.
    private struct Journal {
        let client: SiteClient
        let lines: [Data]
    }

    let order: SiteWorkload.Order
    let beside: Beside
    let transport: SiteTransport
    let machines: [String]
    let trust: Trust
    let readClock: @Sendable () -> ClockReading

    func run() async throws -> Measured {
        let folder = try TerminalFolder(URL(filePath: order.state))
        let shelf = FormShelf()
        let journals = try await withThrowingTaskGroup(of: Journal.self) { group in
            for (index, person) in order.people.enumerated() {
                group.addTask { try await write(person, machines[index], folder, shelf) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        var measured = Measured()
        let longest = journals.map(\.lines.count).max() ?? 0
        for first in stride(from: 0, to: longest, by: 2 * Self.slice) {
            let (single, gathered) = (first..<first + Self.slice, first + Self.slice..<first + 2 * Self.slice)
            try await measure(&measured.empty) {
                try await each(journals, single, by: 1) { client, _, _ in try await client.alive() }
            }
            try await measure(&measured.saves) {
                try await each(journals, single, by: 1) { _ = try await $0.post(lines: $1, from: $2) }
            }
            try await measure(&measured.gathered) {
                try await each(journals, gathered, by: Self.together) { _ = try await $0.post(lines: $1, from: $2) }
            }
            try await measure(&measured.flushes) { try flush(for: .milliseconds(200)) }
        }
        return measured
    }

    /// Does something for every `step` lines of the journals' slices, each journal's one after the other. Returns how many
    /// lines there were.
    private func each(
        _ journals: [Journal], _ slice: Range<Int>, by step: Int,
        _ body: @escaping @Sendable (SiteClient, Data, Int) async throws -> Void
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for journal in journals {
                group.addTask {
                    let range = slice.clamped(to: journal.lines.indices)
                    for index in stride(from: range.lowerBound, to: range.upperBound, by: step) {
                        let lines = journal.lines[index..<min(index + step, range.upperBound)]
                        try await body(journal.client, Data(lines.joined()), index)
                    }
                    return range.count
                }
            }
            return try await group.reduce(0, +)
        }
    }

    private func flush(for time: Duration) throws -> Int {
        let url = URL(filePath: beside.folder).appending(path: "flushes")
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        let bytes = [UInt8](repeating: 0xA5, count: Self.batch)
        let clock = ContinuousClock()
        let end = clock.now + time
        var count = 0
        while clock.now < end {
            guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fdatasync(descriptor) == 0 else {
                throw POSIXError(.EIO)
            }
            count += 1
        }
        return count
    }

    private func measure(_ rate: inout Rate, _ body: () async throws -> Int) async throws {
        let clock = ContinuousClock()
        let (began, server, client) = (clock.now, processorTime("\(beside.server)"), processorTime("self"))
        rate.count += try await body()
        rate.seconds += (clock.now - began).inSeconds
        rate.server += processorTime("\(beside.server)") - server
        rate.client += processorTime("self") - client
    }

    /// Seconds of processor time that a process has taken (proc(5), `stat`).
    private func processorTime(_ process: String) -> Double {
        let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
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
