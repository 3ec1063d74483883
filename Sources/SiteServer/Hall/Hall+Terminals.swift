import ExamModel
import ExamPackage
import ExamSeat
import Foundation
import Sealing
import SiteProtocol
import Sitting

/// What terminals ask for.
extension Hall {
    /// `address` is where the request came from.
    func enrol(_ request: EnrolmentRequest, from address: String) async throws(SiteFault) -> EnrolmentReply {
        if let pause = enrolments.pause(of: address, at: clock()) {
            throw SiteFault(
                .locked, "登记码多次不对，请等候", "too many wrong codes; wait", seconds: pause.wholeSecondsUp)
        }
        let hash = EnrolmentCode(typed: request.code).hash
        guard let seat = record.machines.codes[hash] else { throw try await wrongCode(from: address) }
        enrolments.succeed(address)
        let token = try newToken()
        let machine = String(request.machine.filter { !$0.isNewline }.prefix(60))
        try await note([.enrolled(seat: seat, machine: machine, token: token.hash)])
        return EnrolmentReply(token: token.text, seat: seat)
    }

    private func wrongCode(from address: String) async throws(SiteFault) -> SiteFault {
        enrolments.fail(address, at: clock())
        let isKnown = record.openIncidents.contains { $0.incident.kind == .codesGuessed }
        if !isKnown, enrolments.pause(of: address, at: clock()) != nil {
            try await note([
                .incident(
                    SiteIncident(
                        .codesGuessed,
                        Bilingual("\(address) 连续输错登记码，可能有人在猜", "wrong enrolment codes again and again from \(address)"))
                )
            ])
        }
        return SiteFault(
            .wrongCode, "登记码不对或已用过，请监考员在控制台重新取码", "the code is wrong or used; get another one at the console")
    }

    func seat(ofMachine token: SiteToken?) throws(SiteFault) -> String {
        guard let token, let seat = record.machines.seat(token: token.hash) else {
            throw SiteFault(.notEnrolled, "这台机器还没有登记，请输入登记码", "this machine is not enrolled; type its code")
        }
        return seat
    }

    func notice(for seat: String) throws(SiteFault) -> SiteNotice {
        let sealed = site.exam
        let exam = Exam(id: sealed.id, title: sealed.title, session: session, roomRules: sealed.roomRules)
        guard let pem = try? site.site.certificate.pem() else { throw .internalFault }
        return SiteNotice(exam: exam, seat: seat, time: time, certificate: String(decoding: pem, as: UTF8.self))
    }

    func logIn(_ request: LoginRequest, at seat: String) async throws(SiteFault) -> LoginReply {
        try await checkLogin(request, at: seat)
        guard let candidate = site.candidate(ticket: request.ticket, lastSix: request.lastSix),
            let sitting = record.sittings[candidate.ticket]
        else { throw try await wrongIdentity(at: seat) }
        attempts[seat] = nil
        if let reason = needsAdmission(sitting, at: seat) {
            try await askForAdmission(candidate, at: seat, reason)
            return reply(to: candidate, token: nil, waitsFor: reason)
        }
        let token = try newToken()
        try await note([.loggedIn(ticket: candidate.ticket, seat: seat, token: token.hash)])
        _ = contacts.hear(candidate.ticket, at: now, instant())
        waiters.wake(candidate.ticket)
        return reply(to: candidate, token: token.text, waitsFor: nil)
    }

    /// The candidate whose live terminal asks, and its seat.
    func caller(machine: SiteToken?, sitting: SiteToken?) throws(SiteFault) -> (TicketNumber, String) {
        let seat = try seat(ofMachine: machine)
        return (try candidate(sitting, at: seat), seat)
    }

    /// The same of lines that came; those of a machine that its candidate has left are kept aside.
    func sender(
        of lines: JournalLines, machine: SiteToken?, sitting: SiteToken?
    ) async throws(SiteFault) -> (TicketNumber, String) {
        let seat = try seat(ofMachine: machine)
        do throws(SiteFault) {
            return (try candidate(sitting, at: seat), seat)
        } catch {
            if error.code == .movedAway { try await keepAside(lines, from: seat) }
            throw error
        }
    }

    private func candidate(_ token: SiteToken?, at seat: String) throws(SiteFault) -> TicketNumber {
        guard let token else {
            throw SiteFault(.notLoggedIn, "请先登录", "log in first")
        }
        if let ticket = tickets(ofToken: token.hash), record.sittings[ticket]?.live?.seat == seat { return ticket }
        throw SiteFault(
            .movedAway, "这名考生已在另一台机器上继续作答", "the candidate goes on at another machine")
    }

    private func checkLogin(_ request: LoginRequest, at seat: String) async throws(SiteFault) {
        if let pause = attempts[seat]?.pause(at: clock()) {
            throw SiteFault(
                .locked, "多次登录失败，请等候或报告监考员", "too many wrong logins; wait or call the invigilator",
                seconds: pause.wholeSecondsUp)
        }
        if let minutes = session.earliestLoginMinutes, now < .zero - .minutes(minutes) {
            let left = .zero - .minutes(minutes) - now
            throw SiteFault(
                .tooEarly, "开考前 \(minutes) 分钟才能登录", "logins begin \(minutes) minutes before the start",
                seconds: left.wholeSecondsUp)
        }
    }

    private func wrongIdentity(at seat: String) async throws(SiteFault) -> SiteFault {
        var tries = attempts[seat] ?? LoginAttempts()
        tries.fail(at: clock())
        attempts[seat] = tries
        if attempts[seat]?.pause(at: clock()) != nil {
            try await note([
                .incident(
                    SiteIncident(
                        .loginLocked, seat: seat,
                        Bilingual("\(seat) 号机连续 5 次登录失败", "five wrong logins at seat \(seat)")))
            ])
        }
        return SiteFault(
            .wrongIdentity, "准考证号或身份证号后六位不对", "the ticket number or the last six characters are wrong")
    }

    /// Why the invigilator has to agree first; nil when the candidate may sit down here.
    private func needsAdmission(_ sitting: SiteSitting, at seat: String) -> Bilingual? {
        if sitting.admitted == seat { return nil }
        if let live = sitting.live, live.seat != seat {
            return Bilingual(
                "您已在 \(live.seat) 号机登录，换机须经监考员同意",
                "you are logged in at seat \(live.seat); the invigilator has to agree")
        }
        if sitting.live == nil, sitting.candidate.seat != seat {
            return Bilingual(
                "您的座位是 \(sitting.candidate.seat)，这里是 \(seat)，请对号入座或举手",
                "your seat is \(sitting.candidate.seat), this is \(seat)")
        }
        return nil
    }

    private func askForAdmission(_ candidate: SeatAssignment, at seat: String, _ reason: Bilingual)
        async throws(SiteFault)
    {
        let isKnown = record.openIncidents.contains { _, incident in
            incident.kind == .needsAdmission && incident.ticket == candidate.ticket && incident.seat == seat
        }
        guard !isKnown else { return }
        try await note([
            .incident(
                SiteIncident(
                    .needsAdmission, ticket: candidate.ticket, seat: seat,
                    Bilingual(
                        "\(candidate.name)（\(candidate.ticket)）要在 \(seat) 号机作答，原座位 \(candidate.seat)",
                        "\(candidate.ticket) asks to sit at \(seat); the ticket says \(candidate.seat)")))
        ])
    }

    private func reply(to candidate: SeatAssignment, token: String?, waitsFor: Bilingual?) -> LoginReply {
        let sitting = record.sittings[candidate.ticket]
        return LoginReply(
            candidate: candidate, token: token, waitsFor: waitsFor,
            header: sitting?.header
                ?? JournalHeader(
                    exam: site.exam.id, paper: site.package.digest, form: candidate.form, ticket: candidate.ticket),
            lines: sitting?.digests.count ?? 0, time: time)
    }

    func newToken() throws(SiteFault) -> SiteToken {
        do {
            return try SiteToken()
        } catch {
            throw .internalFault
        }
    }

    private func tickets(ofToken hash: Digest) -> TicketNumber? { record.ticketOfToken[hash] }
}
