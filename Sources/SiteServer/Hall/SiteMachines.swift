import ExamModel
import Sealing

/// The machines of a site and the codes that make them terminals, as the log tells.
struct SiteMachines: Sendable {
    struct Machine: Hashable, Sendable {
        let seat: String
        let name: String
        let token: Digest
    }

    private(set) var bySeat: [String: Machine] = [:]
    private var seatOfToken: [Digest: String] = [:]
    /// Codes that wait to be typed.
    private(set) var codes: [Digest: String] = [:]

    func seat(token: Digest) -> String? { seatOfToken[token] }

    mutating func apply(_ act: SiteAct) {
        switch act {
        case .codeIssued(let seat, let hash):
            for (old, other) in codes where other == seat { codes[old] = nil }
            codes[hash] = seat
        case .enrolled(let seat, let machine, let token):
            withdraw(seat)
            for (hash, other) in codes where other == seat { codes[hash] = nil }
            bySeat[seat] = Machine(seat: seat, name: machine, token: token)
            seatOfToken[token] = seat
        case .withdrawn(let seat): withdraw(seat)
        default: break
        }
    }

    private mutating func withdraw(_ seat: String) {
        if let former = bySeat.removeValue(forKey: seat) { seatOfToken[former.token] = nil }
    }
}
