import ExamModel
import Foundation
import Sealing
import SiteLink
import SiteProtocol
import SiteServer
import Sitting

/// The machines of a site and the candidates at them: the terminal's own code, without screens.
struct RehearsedRoom: Sendable {
    /// Nobody reads what is noted in between, and each line costs a flush and a request.
    private static let heartbeat = SessionTime.minutes(10)
    /// Connections beside those that long polls hang on.
    private static let connections = 32

    private let application: SiteApplication
    private let trust: SiteTrust
    private let transport: SiteTransport
    private let shelf = FormShelf()
    /// What machines keep between two starts, and what the spare ones do.
    private let folder: TerminalFolder
    private let spareFolder: TerminalFolder
    private let clock: VirtualClock
    private let tally: Tally

    /// A room whose server listens at `port`.
    init(of site: RehearsedSite, port: Int, terminal: Credential, trust: Trust, clock: VirtualClock, tally: Tally)
        throws
    {
        application = site.application
        self.trust = SiteTrust(trust, terminal: terminal, now: { clock.read().date })
        transport = try SiteTransport(
            SiteAddress.read("https://127.0.0.1:\(port)"), as: self.trust,
            connections: site.scripts.count + Self.connections)
        folder = try TerminalFolder(site.folder.url.appending(path: "terminals", directoryHint: .isDirectory))
        spareFolder = try TerminalFolder(site.folder.url.appending(path: "spare", directoryHint: .isDirectory))
        self.clock = clock
        self.tally = tally
    }

    /// Sits one candidate of the room from the login to the receipt; `number` counts the machines. What goes wrong is
    /// tallied.
    func sit(_ script: Script, number: Int) async {
        defer { clock.leave() }
        do {
            try await follow(script, number)
            tally.end()
        } catch {
            tally.fail(.rehearsal(of: script.candidate.ticket, error))
        }
    }

    private func follow(_ script: Script, _ number: Int) async throws {
        let seat = script.candidate.seat
        let machine = try await enrol(seat.isBlank ? "机\(number)" : seat)
        let first = candidate(script, at: machine, folder, script.steps)
        guard let outage = script.outage else {
            _ = try await first.run()
            return
        }
        try await run(first, until: outage)
        await clock.sleep(until: outage.end)
        let steps = script.steps(after: outage.start)
        if outage.isForGood {
            let spare = try await enrol("备用\(number)")
            _ = try await candidate(script, at: spare, spareFolder, steps).run()
            tally.move()
        } else {
            _ = try await candidate(script, at: machine, folder, steps).run()
            tally.resume()
        }
    }

    /// Lets the machine die at the outage's start: nothing of the candidate is left then but what is on disks.
    private func run(_ candidate: SiteCandidate, until outage: Script.Outage) async throws {
        let run = Task { try await candidate.run() }
        clock.schedule(at: outage.start) { run.cancel() }
        let result = await withTaskCancellationHandler {
            await run.result
        } onCancel: {
            run.cancel()
        }
        guard clock.time >= outage.start else {
            _ = try result.get()
            throw SittingFault.alreadyEnded
        }
        clock.leave()
    }

    private func enrol(_ seat: String) async throws -> String {
        let code = try await application.enrolmentCodes(for: [seat])[seat] ?? ""
        return try await SiteClient(transport).enrol(EnrolmentRequest(code: code, machine: "rehearsal")).token
    }

    private func candidate(
        _ script: Script, at machine: String, _ folder: TerminalFolder, _ steps: [SiteCandidate.Step]
    ) -> SiteCandidate {
        SiteCandidate(
            SiteClient(transport, machine: machine),
            login: LoginRequest(ticket: script.candidate.ticket, lastSix: script.candidate.lastSix), trust: trust,
            folder: folder, shelf: shelf, readClock: clock.read, sleep: clock.sleep(for:), heartbeat: Self.heartbeat,
            observe: { [tally] moment, _ in tally.note(moment) }
        ) { _ in steps }
    }
}

extension Refusal {
    /// Whatever went wrong for one candidate of a rehearsal.
    static func rehearsal(of ticket: TicketNumber, _ error: any Error) -> Refusal {
        let message: Bilingual
        switch error {
        case let refusal as Refusal: return refusal
        case let failure as SiteFailure: message = failure.message
        case let fault as SiteFault: message = fault.message
        case let fault as SittingFault: message = fault.message
        default: message = Bilingual("\(error)", "\(error)")
        }
        return Refusal([Finding(.error, .rehearsalFailed, at: Place(file: ticket.text), message)])
    }
}

extension FindingCode {
    static let rehearsalFailed: FindingCode = "REHEARSAL_FAILED"
}
