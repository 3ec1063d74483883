import ExamModel
import ExamSeat
import Foundation
import Sealing
import SiteProtocol
import Sitting
import Synchronization

/// What a desk does in the background.
extension SiteDesk {
    private static let secondsBetweenLogins = 2
    private static let triesToLogIn = 3

    /// Nil when the terminal's key cannot be opened, which is shown.
    private func connection(_ turn: Int) async -> SiteConnection? {
        switch await opening.value {
        case .success(let connection):
            state.withLock { $0.connection = connection }
            return connection
        case .failure(let refusal):
            set(turn) { $0.entry = .connecting(refusal.findings.first?.message) }
            return nil
        }
    }

    private func client(_ connection: SiteConnection) -> SiteClient {
        SiteClient(connection.transport, machine: state.withLock { $0.machine?.token })
    }

    /// Asks which exam this is, until the site answers.
    func greet(_ turn: Int) async {
        guard let connection = await connection(turn) else { return }
        var backoff = Backoff()
        while !Task.isCancelled {
            do throws(SiteFailure) {
                let notice = try await client(connection).notice()
                set(turn) { state in
                    state.machine?.exam = notice.exam
                    state.machine?.certificate = notice.certificate
                    if case .connecting = state.entry { state.entry = .free(nil) }
                }
                keepMachine()
                return
            } catch {
                if error.code == .notEnrolled {
                    set(turn) { ($0.machine, $0.entry) = (nil, .needsCode(error.message)) }
                    return
                }
                set(turn) { state in
                    if case .connecting = state.entry { state.entry = .connecting(error.message) }
                }
            }
            await backoff.sleep()
        }
    }

    func enrol(_ code: String, _ turn: Int) async {
        guard let connection = await connection(turn) else { return }
        let request = EnrolmentRequest(code: code, machine: ProcessInfo.processInfo.hostName)
        do throws(SiteFailure) {
            let reply = try await SiteClient(connection.transport).enrol(request)
            set(turn) { state in
                state.machine = TerminalFolder.Machine(
                    authority: authority, token: reply.token, seat: reply.seat, reign: 0)
            }
            keepMachine()
            await greet(turn)
        } catch {
            set(turn) { $0.entry = .needsCode(error.message) }
        }
    }

    /// Logs somebody in, waits for the invigilator where that is needed, and works for the sitting.
    func logIn(_ request: LoginRequest, _ turn: Int) async {
        guard let connection = await connection(turn) else { return }
        var failures = 0
        var backoff = Backoff()
        while !Task.isCancelled {
            do throws(SiteFailure) {
                let reply = try await client(connection).logIn(request)
                if let token = reply.token {
                    await serve(reply, token, connection, turn)
                    return
                }
                set(turn) { $0.entry = .held(reply.candidate, reply.waitsFor ?? Bilingual("", "")) }
                try? await Task.sleep(for: .seconds(Self.secondsBetweenLogins))
            } catch {
                failures += 1
                if error.code != nil || failures >= Self.triesToLogIn {
                    refuse(error, turn)
                    return
                }
                await backoff.sleep()
            }
        }
    }

    private func refuse(_ failure: SiteFailure, _ turn: Int) {
        let now = readClock()
        set(turn) { state in
            guard case .refused(let fault) = failure else {
                state.entry = .free(.refused(failure.message))
                return
            }
            switch fault.code {
            case .wrongIdentity: state.entry = .free(.wrong)
            case .locked:
                state.lock = (fault.seconds ?? 60, now)
                state.entry = .free(.locked(fault.seconds ?? 60))
            case .notEnrolled: (state.machine, state.entry) = (nil, .needsCode(fault.message))
            default: state.entry = .free(.refused(fault.message))
            }
        }
    }

    private func serve(_ reply: LoginReply, _ token: String, _ connection: SiteConnection, _ turn: Int) async {
        var client = client(connection)
        client.sitting = token
        keepMachine()
        guard let exam else {
            set(turn) { $0.entry = .connecting(nil) }
            await greet(turn)
            return
        }
        do throws(Refusal) {
            let link = try SittingLink(
                client, login: reply, exam: exam, trust: connection.trust.trust, folder: folder, shelf: shelf,
                readClock: readClock, onChange: { [weak self] in self?.ring() })
            set(turn) { ($0.link, $0.entry) = (link, .present(reply.candidate)) }
            await link.run()
        } catch {
            let message = error.findings.first?.message ?? Bilingual("", "")
            set(turn) { $0.entry = .free(.refused(message)) }
        }
    }

    /// The sitting goes on elsewhere: the machine is free. From other lines: it goes on here from those.
    func leave(_ link: SittingLink, because reason: Bilingual) {
        let request: LoginRequest? = state.withLock { state in
            guard state.link === link else { return nil }
            state.link = nil
            if link.end == .forked { return state.request }
            (state.entry, state.request) = (.free(.refused(reason)), nil)
            return nil
        }
        if let request { start { desk, turn in await desk.logIn(request, turn) } }
    }

    /// What the machine knows is kept; a disk that refuses costs no more than typing a code again.
    private func keepMachine() {
        let machine = state.withLock { state in
            if let connection = state.connection { state.machine?.reign = connection.transport.reign }
            return state.machine
        }
        if let machine { try? folder.keep(machine) }
    }
}
