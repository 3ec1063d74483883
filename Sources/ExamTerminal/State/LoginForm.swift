import ExamModel
package import ExamSeat

/// The two fields of the login, and what became of the last try.
package struct LoginForm: Hashable, Sendable {
    static let longestTicket = 32
    static let identityDigits = 6

    package private(set) var ticket = ""
    package private(set) var lastSix = ""
    /// 0 the ticket, 1 the last six.
    package private(set) var field = 0
    package var fault: LoginFault?

    package init(fault: LoginFault? = nil) {
        self.fault = fault
    }

    package mutating func handle(_ input: Input) -> Request? {
        if case .locked = fault { return nil }
        switch input {
        case .character(let character): type(character)
        case .backspace: erase()
        case .tab, .up, .down: field = 1 - field
        case .field(let chosen): field = chosen
        case .enter: return enter()
        default: break
        }
        return nil
    }

    private mutating func type(_ character: Character) {
        guard character.isASCII, character.isLetter || character.isNumber || character == "-" else { return }
        fault = nil
        if field == 0, ticket.count < Self.longestTicket {
            ticket.append(character)
        } else if field == 1, lastSix.count < Self.identityDigits {
            lastSix += character.uppercased()
        }
    }

    private mutating func erase() {
        if field == 0 { _ = ticket.popLast() } else { _ = lastSix.popLast() }
    }

    private mutating func enter() -> Request? {
        if field == 0 || ticket.isEmpty {
            field = ticket.isEmpty ? 0 : 1
            return nil
        }
        guard lastSix.count == Self.identityDigits else { return nil }
        return .logIn(ticket: TicketNumber(ticket), lastSix: lastSix)
    }
}
