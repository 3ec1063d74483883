import ExamModel
import SiteProtocol
import Sitting

/// An ``InvigilatorAction`` as JSON: `{"action":"give-time","tickets":["…"],"seconds":300,"reason":"…"}`.
struct ActionRequest: Hashable, Sendable, Codable {
    let action: String
    /// A word on why; every action needs one.
    let reason: String
    var tickets: [TicketNumber]?
    /// Everybody in the room, in the place of `tickets`.
    var everybody: Bool?
    var seat: String?
    var seats: [String]?
    var seconds: Int?
    var text: String?
    var incident: Int?

    static let longestReason = 200

    /// What is asked. Refuses what is not whole as BAD_REQUEST.
    func action(in room: [TicketNumber]) throws(SiteFault) -> InvigilatorAction {
        guard !reason.isBlank, reason.count <= Self.longestReason else {
            throw .bad("请写明理由（1 到 200 个字）", "give a reason of 1 to 200 characters")
        }
        let whom = everybody == true ? room : tickets ?? []
        switch action {
        case "admit":
            guard let ticket = whom.first, whom.count == 1, let seat else { throw Self.incomplete }
            return .admit(ticket, seat: seat)
        case "give-time":
            guard let seconds else { throw Self.incomplete }
            return .giveTime(try some(whom), .seconds(min(max(seconds, 0), 1 << 20)))
        case "give-back": return .giveBack(incident: try required(incident))
        case "pause": return .pause(try some(whom))
        case "resume": return .resume(try some(whom))
        case "message": return .message(try some(whom), try required(text))
        case "collect": return .collect(try some(whom))
        case "void": return .void(try some(whom))
        case "close": return .close(try some(whom))
        case "reopen": return .reopen(try some(whom))
        case "settle": return .settle(incident: try required(incident))
        case "issue-codes": return .issueCodes(try some(seats ?? []))
        case "withdraw": return .withdraw(try some(seats ?? []))
        default: throw .bad("没有“\(action)”这个操作", "there is no action \(action)")
        }
    }

    private static let incomplete = SiteFault(.badRequest, "操作内容不完整", "the action is not complete")

    private func required<Value>(_ value: Value?) throws(SiteFault) -> Value {
        guard let value else { throw Self.incomplete }
        return value
    }

    private func some<Value>(_ values: [Value]) throws(SiteFault) -> [Value] {
        guard !values.isEmpty else { throw Self.incomplete }
        return values
    }
}
