import ExamModel
import Foundation
import Sitting

/// What a console has seen already: after the whole room, only seats that look different are sent.
struct RoomChanges: Sendable {
    /// A seat without what runs by itself, which the page counts on.
    private struct Look: Hashable {
        let seat: SeatView
        let heard: SessionTime?
    }

    private var seen: [String: Look] = [:]

    /// The event to send, as server-sent events write it (WHATWG HTML, 9.2): `room` with everything at first, then `change`
    /// with the seats that changed.
    mutating func event(_ view: RoomView) -> String {
        let isFirst = seen.isEmpty
        var changed = view
        changed.seats = view.seats.filter { seat in
            let look = Look(seat: seat.still, heard: seat.silence.map { view.now - $0 })
            return seen.updateValue(look, forKey: seat.ticket.text) != look
        }
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = .withoutEscapingSlashes
        let json = (try? encoder.encode(changed)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return "event: \(isFirst ? "room" : "change")\ndata: \(json)\n\n"
    }
}

extension SeatView {
    fileprivate var still: SeatView {
        SeatView(
            ticket: ticket, name: name, team: team, seat: seat, machine: machine, stage: stage, answered: answered,
            flagged: flagged, questions: questions, remaining: nil, silence: nil, isCutOff: isCutOff,
            isEnrolled: isEnrolled, pendingOrders: pendingOrders, extra: extra, incidents: incidents)
    }
}
