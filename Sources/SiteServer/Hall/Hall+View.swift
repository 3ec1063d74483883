import ExamModel
import ExamSeat
import Foundation
import SiteProtocol
import Sitting

extension Hall {
    func view() -> RoomView {
        let now = now
        let incidents = record.openIncidents.reversed().map { number, incident in
            IncidentView(
                number: number, kind: incident.kind, ticket: incident.ticket, seat: incident.seat,
                message: incident.message, outage: incident.outage, at: incident.until ?? incident.from ?? now)
        }
        let seats = site.seats.compactMap { record.sittings[$0.ticket] }.map { view(of: $0, incidents, now) }
        var counts = RoomView.Counts()
        counts.candidates = seats.count
        counts.enrolled = record.machines.bySeat.count
        for seat in seats {
            if seat.machine != nil { counts.here += 1 }
            if seat.isCutOff { counts.cutOff += 1 }
            switch seat.stage {
            case .answering, .paused: counts.answering += 1
            case .handedIn, .timeUp, .collected, .voided: counts.ended += 1
            case .assigned, .admitted: break
            }
        }
        let copy = copy.map { RoomView.CopyView(folder: $0.folder.path, lag: $0.state.lag, failure: $0.state.failure) }
        return RoomView(
            exam: site.exam.id.text, title: site.exam.title, session: session, now: now, isReleased: isOpen,
            hasRelease: released != nil, reign: record.reign, seats: seats, incidents: incidents, diskFault: diskFault,
            copy: copy, ledger: ledger.standing, counts: counts)
    }

    private func view(of sitting: SiteSitting, _ incidents: [IncidentView], _ now: SessionTime) -> SeatView {
        let candidate = sitting.candidate
        let silence = sitting.live.flatMap { _ in contacts[candidate.ticket] }.map { now - $0 }
        let lastOrder = sitting.state?.lastOrder ?? 0
        let rules = rules
        return SeatView(
            ticket: candidate.ticket, name: candidate.name, team: candidate.team.text, seat: candidate.seat,
            machine: sitting.live?.seat, stage: stage(of: sitting), answered: sitting.state?.responses.count ?? 0,
            flagged: sitting.state?.flags.count ?? 0, questions: sitting.state?.form.items.count ?? 0,
            remaining: isOpen ? sitting.state?.remaining(at: now) ?? max(.zero, rules.length - now) : nil,
            silence: silence,
            isCutOff: !sitting.hasEnded && sitting.live != nil && contacts.isCutOff(candidate.ticket, instant()),
            isEnrolled: record.machines.bySeat[candidate.seat] != nil,
            pendingOrders: sitting.orders.count { $0.order != nil && $0.number > lastOrder },
            extra: sitting.deadline(rules) - rules.length,
            incidents: incidents.filter { $0.ticket == candidate.ticket }.map(\.number))
    }

    private func stage(of sitting: SiteSitting) -> SeatView.Stage {
        switch sitting.phase {
        case .ready: sitting.live == nil ? .assigned : .admitted
        case .sitting: .answering
        case .paused: .paused
        case .ended(.handedIn, _): .handedIn
        case .ended(.timeUp, _): .timeUp
        case .ended(.collected, _): .collected
        case .ended(.voided, _): .voided
        }
    }
}
