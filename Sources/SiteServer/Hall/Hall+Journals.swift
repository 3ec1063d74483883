import ExamModel
import ExamPackage
import Foundation
import Sealing
import SiteProtocol
import Sitting

/// Journals, orders and the start: what goes on between a live terminal and the site.
extension Hall {
    /// Takes lines of the candidate's journal in. Returns when they are on the disk. `form` is what the candidate may
    /// answer.
    func take(
        _ lines: JournalLines, of ticket: TicketNumber, from seat: String, form: SittingForm
    ) async throws(SiteFault) -> JournalReply {
        let now = now
        noteCutOff(ticket, since: contacts.hear(ticket, at: now, instant()), until: now)
        return try await takeIn(lines, of: ticket, from: seat, form: form)
    }

    /// The same for whoever sends them, where `form` knows what that candidate may answer: one visit to the hall. Nil where
    /// it does not, and then nothing is taken.
    func take(
        _ lines: JournalLines, machine: SiteToken?, sitting: SiteToken?, form: (TicketNumber) -> SittingForm?
    ) async throws(SiteFault) -> JournalReply? {
        let (ticket, seat) = try await sender(of: lines, machine: machine, sitting: sitting)
        guard let form = form(ticket) else { return nil }
        return try await take(lines, of: ticket, from: seat, form: form)
    }

    /// The same for lines that no terminal sends just now.
    func takeIn(
        _ lines: JournalLines, of ticket: TicketNumber, from seat: String, form: SittingForm
    ) async throws(SiteFault) -> JournalReply {
        let now = now
        guard isOpen || lines.lines.isEmpty else {
            throw SiteFault(.tooEarly, "考试还没有开始", "the exam has not started", seconds: (.zero - now).wholeSecondsUp)
        }
        let (rules, grace) = (rules, session.graceMinutes.map(SessionTime.minutes))
        let time = time
        let change = record.change(ticket) { sitting in
            let taken = sitting.take(
                lines.lines, from: lines.from, rules: rules, form: form, grace: grace, now: now)
            let reply = JournalReply(
                lines: sitting.digests.count, head: sitting.chain.head, time: time,
                orders: sitting.orders.last?.number ?? 0)
            return (taken: taken, reply: reply)
        }
        guard let (taken, reply) = change else { throw .internalFault }
        if !taken.lines.isEmpty {
            try await save(taken.lines, of: ticket, from: reply.lines - taken.lines.count)
            changed()
        }
        if let kind = taken.incident { try await report(kind, ticket, seat, taken.fault) }
        if let fault = taken.fault { throw fault }
        return reply
    }

    /// Keeps lines that came from a machine that its candidate had left, for people to look at; nothing else comes of them.
    /// Whose they are, their header or the seat's former candidate tells.
    func keepAside(_ lines: JournalLines, from seat: String) async throws(SiteFault) {
        guard let ticket = owner(of: lines, at: seat), let sitting = record.sittings[ticket] else { return }
        let fresh = lines.lines.enumerated().filter { index, line in
            let number = lines.from + index
            return number >= sitting.digests.count || sitting.digests[number] != line.digest
        }
        guard let first = fresh.first?.offset else { return }
        let rows = SiteWrite.Lines(ticket: ticket, from: lines.from + first, lines: fresh.map(\.element.bytes))
        try await save(SiteWrite(stranded: (rows, seat)))
        try await report(.stranded, ticket, seat, nil)
    }

    private func owner(of lines: JournalLines, at seat: String) -> TicketNumber? {
        if case .header(_, let header)? = lines.lines.first { return header.ticket }
        return record.lastAtSeat[seat]
    }

    /// Orders and messages after the number `after`; waits until there is something, or for `seconds`.
    func orders(of ticket: TicketNumber, after: Int, wait seconds: Int, sawRelease: Bool) async -> OrdersReply {
        let now = now
        noteCutOff(ticket, since: contacts.hang(ticket, at: now, instant()), until: now)
        if news(of: ticket, after: after).isEmpty, isOpen == sawRelease, seconds > 0 {
            let until = ContinuousClock.now + .seconds(seconds)
            await withCheckedContinuation { waiters.add(ticket, until: until, $0) }
        }
        contacts.answer(ticket, instant())
        return OrdersReply(
            orders: news(of: ticket, after: after), time: time, release: isOpen && !sawRelease ? releaseBytes : nil)
    }

    private func news(of ticket: TicketNumber, after: Int) -> [SiteOrder] {
        record.sittings[ticket]?.orders.filter { $0.number > after } ?? []
    }

    /// The release's bytes, once the time has come.
    func releaseFile() throws(SiteFault) -> Data {
        guard isOpen, let releaseBytes else {
            throw SiteFault(
                .tooEarly, "考试还没有开始", "the exam has not started", seconds: max(1, (.zero - now).wholeSecondsUp))
        }
        return releaseBytes
    }

    /// Which form the candidate sits, as far as the site knows by now.
    func formID(of ticket: TicketNumber) -> FormID? { record.sittings[ticket]?.header.form }

    private func noteCutOff(_ ticket: TicketNumber, since before: SessionTime?, until time: SessionTime) {
        guard let before, let sitting = record.sittings[ticket], !sitting.hasEnded, isOpen else { return }
        let seat = sitting.live?.seat
        let seconds = (time - before).wholeSeconds
        let incident = SiteIncident(
            .cutOff, ticket: ticket, seat: seat, from: max(.zero, before), until: time,
            Bilingual(
                "\(seat ?? "") 号机（\(ticket)）与服务器中断 \(seconds) 秒",
                "seat \(seat ?? "") was cut off for \(seconds) seconds"))
        Task { try? await note([.incident(incident)]) }
    }

    /// One incident of a kind for a candidate, however often it comes.
    private func report(
        _ kind: SiteIncident.Kind, _ ticket: TicketNumber, _ seat: String, _ fault: SiteFault?
    ) async throws(SiteFault) {
        let isKnown = record.openIncidents.contains { $0.incident.kind == kind && $0.incident.ticket == ticket }
        guard !isKnown else { return }
        let message = fault?.message ?? kind.message
        try await note([.incident(SiteIncident(kind, ticket: ticket, seat: seat, message))])
    }
}

extension SiteIncident.Kind {
    /// What is said when nothing more is known.
    var message: Bilingual {
        switch self {
        case .stranded:
            Bilingual(
                "收到考生离开的旧机器上未送达的作答，已另存，须裁定",
                "answers came from a machine that was left; they are kept aside for a decision")
        case .backdated: Bilingual("收到声称更早作出的作答，已按时收下", "answers came that claim an earlier time; they were in time")
        case .forked: Bilingual("机器上的作答记录与服务器上的不一致", "the machine's journal differs from the site's")
        case .late: Bilingual("收到超过补交时限的作答", "answers came after the grace")
        default: Bilingual("异常情况", "an incident")
        }
    }
}
