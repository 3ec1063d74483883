package import ExamModel
package import Foundation
import Sealing

/// What a command line asks of the invigilator's actions, before it is known who sits where.
package struct ActCommandLine: Sendable {
    package static let actions = [
        "admit", "give-time", "give-back", "pause", "resume", "message", "collect", "void", "close", "reopen", "settle",
        "issue-codes", "withdraw",
    ]
    /// Asked twice: how many people it reaches has to be said.
    private static let grave: Set<String> = ["collect", "void"]
    private static let ofMachines: Set<String> = ["issue-codes", "withdraw"]

    package var action: String
    package var reason: String
    package var tickets: [String] = []
    package var seats: [String] = []
    package var everybody = false
    package var seconds: Int?
    package var text: String?
    package var incident: Int?
    package var confirmed: Int?

    package init(_ action: String, because reason: String) {
        self.action = action
        self.reason = reason
    }

    /// The request's body. `room` is what ``ControlClient/room()`` returned: seats stand for their candidates, except where an
    /// action is about machines. Refuses unknown seats (BAD_REQUEST) and what has to be confirmed (CONFIRM).
    package func request(in room: Data) throws -> Data {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let view = try decoder.decode(RoomView.self, from: room)
        var request = ActionRequest(action: action, reason: reason)
        request.seconds = seconds
        request.text = text
        request.incident = incident
        if Self.ofMachines.contains(action) {
            request.seats = everybody ? view.seats.map(\.seat) : seats
        } else if action == "admit" {
            request.tickets = tickets.map { TicketNumber($0) }
            request.seat = seats.first
        } else {
            request.tickets = try whom(in: view)
        }
        let count = request.tickets?.count ?? 0
        if Self.grave.contains(action), confirmed != count {
            throw Refusal(
                .confirmation, "\(action) 要二次确认：涉及 \(count) 人，确认无误后加 --confirm \(count)",
                "\(action) is asked twice: it reaches \(count); add --confirm \(count) if that is right")
        }
        return try JSONEncoder().encode(request)
    }

    private func whom(in view: RoomView) throws(Refusal) -> [TicketNumber] {
        if everybody { return view.seats.map(\.ticket) }
        var found = tickets.map { TicketNumber($0) }
        for seat in seats {
            guard let ticket = view.seats.first(where: { $0.seat == seat })?.ticket else {
                throw Refusal("BAD_REQUEST", "没有座位 \(seat)", "there is no seat \(seat)")
            }
            found.append(ticket)
        }
        return found
    }
}

/// What became of an action.
package struct ActOutcome: Sendable {
    private let done: Hall.Done

    /// Reads what ``ControlClient/act(_:)`` returned.
    package init(_ reply: Data) throws {
        done = try JSONDecoder().decode(Hall.Done.self, from: reply)
    }

    /// Whom it did not reach is an error that is reported: exit 3.
    package var reachedEverybody: Bool { done.refused.isEmpty }

    /// One line each: codes by seat, else how many it reached and whom not.
    package func lines(in language: Language) -> [String] {
        var lines = done.codes.sorted { $0.key.localizedStandardCompare($1.key) == .orderedAscending }
            .map { "\($0.key)\t\($0.value)" }
        if done.codes.isEmpty {
            let reached = done.tickets.count
            lines.append(Bilingual("完成，下达 \(reached) 人", "done, reached \(reached)").text(in: language))
        }
        lines += done.refused.sorted { $0.key < $1.key }.map { ticket, why in
            Bilingual("未下达 \(ticket)：\(why)", "not reached \(ticket): \(why)").text(in: language)
        }
        return lines
    }
}

extension FindingCode {
    static let confirmation: FindingCode = "CONFIRM"
}
