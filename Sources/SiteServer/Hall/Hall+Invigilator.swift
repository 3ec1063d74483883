import ExamModel
import ExamSeat
import Foundation
import Ledger
import Sealing
import SiteProtocol
import Sitting

extension Hall {
    /// The longest time that is given at once.
    private static let mostExtraTime = SessionTime.minutes(180)
    private static let longestMessage = 200

    /// What became of an action.
    struct Done: Hashable, Sendable, Codable {
        /// Whom it reached.
        var tickets: [TicketNumber] = []
        /// Whom it could not reach, and why.
        var refused: [String: String] = [:]
        /// Codes for machines, by seat.
        var codes: [String: String] = [:]
    }

    /// Does what the invigilator decided; returns when it is on the disk.
    func perform(
        _ action: InvigilatorAction, by actor: String, because reason: String
    ) async throws(SiteFault) -> Done {
        var done = Done()
        var acts: [SiteAct] = []
        switch action {
        case .admit(let ticket, let seat):
            acts = try admit(ticket, seat)
            done.tickets = [ticket]
        case .giveTime(let tickets, let time):
            guard time > .zero, time <= Self.mostExtraTime else {
                throw .bad("补时须在 1 秒到 180 分钟之间", "time is from 1 s to 180 min")
            }
            acts = order(.extraTime(time), tickets, &done)
        case .giveBack(let number): acts = try giveBack(number, &done)
        case .pause(let tickets): acts = order(.pause, tickets, &done)
        case .resume(let tickets): acts = order(.resume, tickets, &done)
        case .collect(let tickets): acts = order(.collect, tickets, &done)
        case .void(let tickets): acts = order(.void, tickets, &done)
        case .message(let tickets, let text):
            guard !text.isBlank, text.count <= Self.longestMessage else {
                throw .bad("消息须有 1 到 200 个字", "a message has 1 to 200 characters")
            }
            acts = send(tickets, &done) { SiteOrder(number: $0, message: text) }
        case .close(let tickets): acts = close(tickets, &done)
        case .reopen(let tickets):
            acts = tickets.map { .reopened(ticket: $0) }
            done.tickets = tickets
        case .settle(let number): acts = [.settled(incident: try incident(number).0)]
        case .issueCodes(let seats): acts = try issueCodes(seats, &done)
        case .withdraw(let seats): acts = seats.map { .withdrawn(seat: $0) }
        }
        guard !acts.isEmpty else { return done }
        try await note(acts, by: actor, because: reason, of: action.name)
        for ticket in done.tickets { waiters.wake(ticket) }
        return done
    }

    private func admit(_ ticket: TicketNumber, _ seat: String) throws(SiteFault) -> [SiteAct] {
        guard record.sittings[ticket] != nil else { throw .bad("没有这名考生", "no such candidate") }
        guard record.machines.bySeat[seat] != nil else {
            throw .bad("\(seat) 号机还没有登记", "the machine at \(seat) is not enrolled")
        }
        let settled = record.openIncidents.filter {
            $0.incident.kind == .needsAdmission && $0.incident.ticket == ticket
        }
        return [.admitted(ticket: ticket, seat: seat)] + settled.map { .settled(incident: $0.number) }
    }

    private func order(_ kind: SittingOrder.Kind, _ tickets: [TicketNumber], _ done: inout Done) -> [SiteAct] {
        send(tickets, &done) { SiteOrder(number: $0, order: kind) }
    }

    private func send(
        _ tickets: [TicketNumber], _ done: inout Done, _ order: (Int) -> SiteOrder
    ) -> [SiteAct] {
        var acts: [SiteAct] = []
        for ticket in tickets {
            guard let sitting = record.sittings[ticket] else {
                done.refused[ticket.text] = "没有这名考生 · no such candidate"
                continue
            }
            let order = order((sitting.orders.last?.number ?? 0) + 1)
            if let reason = sitting.objection(to: order) {
                done.refused[ticket.text] = reason
                continue
            }
            acts.append(.ordered(ticket: ticket, order: order))
            done.tickets.append(ticket)
        }
        return acts
    }

    private func giveBack(_ number: Int, _ done: inout Done) throws(SiteFault) -> [SiteAct] {
        let (number, incident) = try incident(number)
        guard let time = incident.outage else { throw .bad("这一条不是中断，没有可补的时间", "this is no outage") }
        let tickets = incident.ticket.map { [$0] } ?? site.seats.map(\.ticket)
        return order(.extraTime(time), tickets, &done) + [.settled(incident: number)]
    }

    private func close(_ tickets: [TicketNumber], _ done: inout Done) -> [SiteAct] {
        var acts: [SiteAct] = []
        for ticket in tickets {
            guard let sitting = record.sittings[ticket], sitting.state != nil, !sitting.hasEnded else {
                done.refused[ticket.text] = "没有进行中的作答 · no sitting is going on"
                continue
            }
            let deadline = sitting.deadline(rules)
            let ending: AnswerSheet.Ending = now >= deadline ? .timeUp : .collected
            acts.append(.closed(ticket: ticket, ending: ending, at: min(now, deadline)))
            done.tickets.append(ticket)
        }
        return acts
    }

    private func issueCodes(_ seats: [String], _ done: inout Done) throws(SiteFault) -> [SiteAct] {
        var acts: [SiteAct] = []
        for seat in seats where !seat.isBlank && seat.count <= 20 {
            guard let code = try? EnrolmentCode() else { throw .internalFault }
            acts.append(.codeIssued(seat: seat, hash: code.hash))
            done.codes[seat] = code.text
        }
        return acts
    }

    private func incident(_ number: Int) throws(SiteFault) -> (Int, SiteIncident) {
        guard let found = record.openIncidents.first(where: { $0.number == number }) else {
            throw .bad("这条异常情况已经处理过", "this incident is settled already")
        }
        return (found.number, found.incident)
    }
}

extension SiteSitting {
    /// Why an order makes no sense for this sitting now; nil when it does.
    func objection(to order: SiteOrder) -> String? {
        switch (order.order?.kind, phase) {
        case (nil, _), (.extraTime?, .ready), (.extraTime?, .sitting), (.extraTime?, .paused),
            (.extraTime?, .ended(.timeUp, _)), (.pause?, .sitting), (.resume?, .paused):
            nil
        case (.resume?, .sitting) where pending.contains(.pause): nil
        case (.void?, .ended(.voided, _)), (.void?, .ready): "还没有作答，或已作废 · nothing to void"
        case (.void?, _): nil
        case (.collect?, .sitting), (.collect?, .paused): nil
        case (.pause?, .paused): "已经暂停 · paused already"
        case (_, .ready): "还没有开始作答 · not started"
        case (_, .paused), (_, .sitting): "不适用 · not applicable"
        case (_, .ended): "已经交卷 · handed in already"
        }
    }
}

extension SiteSitting {
    /// What the terminal has not obeyed yet.
    private var pending: [SittingOrder.Kind] {
        orders.filter { $0.number > state?.lastOrder ?? 0 }.compactMap(\.order?.kind)
    }
}

extension SiteFault {
    static func bad(_ chinese: String, _ english: String) -> SiteFault {
        SiteFault(.badRequest, chinese, english)
    }
}
