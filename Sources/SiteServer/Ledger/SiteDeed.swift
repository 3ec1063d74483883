import ExamModel
import Foundation
import Ledger
import Sealing
import SiteProtocol
import Sitting

/// An action of people at a site, put together from the rows of the log that it made: one line of the site's ledger.
struct SiteDeed: Hashable, Sendable {
    let action: String
    let actor: String
    let reason: String
    let date: Date
    let time: SessionTime
    /// Numbers of its first and last row.
    let first: Int
    private(set) var last: Int
    /// The hash of its last row.
    private(set) var head: Digest
    /// Candidates by ticket, machines by seat.
    private(set) var whom: [String] = []
    private(set) var details: [String: String] = [:]

    /// Nil for a row that no person caused.
    init?(_ event: SiteEvent, _ digest: Digest) {
        guard let action = event.action else { return nil }
        self.action = action.name
        actor = event.actor
        reason = event.reason ?? ""
        date = event.clock.date
        time = event.time
        first = action.first
        last = event.number
        head = digest
        add(event.act)
    }

    /// Takes in the next row if it belongs to this action.
    mutating func take(_ event: SiteEvent, _ digest: Digest) -> Bool {
        guard event.action?.first == first else { return false }
        last = event.number
        head = digest
        add(event.act)
        return true
    }

    private mutating func add(_ act: SiteAct) {
        switch act {
        case .admitted(let ticket, let seat):
            whom.append(ticket.text)
            details["seat"] = seat
        case .ordered(let ticket, let order):
            whom.append(ticket.text)
            details["message"] = order.message
            if case .extraTime(let time)? = order.order?.kind { details["seconds"] = "\(time.wholeSeconds)" }
        case .closed(let ticket, _, _), .reopened(let ticket): whom.append(ticket.text)
        case .codeIssued(let seat, _), .withdrawn(let seat): whom.append(seat)
        case .settled(let number): details["incident"] = "\(number)"
        case .carried(let ticket, let sha256, let lines):
            whom.append(ticket.text)
            details["file"] = sha256.description
            details["lines"] = "\(lines)"
        case .opened, .released, .enrolled, .loggedIn, .incident: break
        }
    }

    /// `people` is how many there are in the room, who are not named one by one when all of them were meant.
    func entry(of people: Int) -> LedgerEntry {
        var note = details
        note[SiteNote.action] = action
        note[SiteNote.actor] = actor
        note[SiteNote.reason] = reason
        note[SiteNote.whom] = SiteNote.whom(whom, of: people)
        note["sessionSeconds"] = "\(time.wholeSeconds)"
        note["firstEvent"] = "\(first)"
        note["lastEvent"] = "\(last)"
        note["logHead"] = head.description
        return LedgerEntry(time: date, action: .siteAct, note: note)
    }
}
