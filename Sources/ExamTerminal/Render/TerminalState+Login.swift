import ExamModel
import ExamSeat

extension TerminalState {
    func loginScreen(_ form: LoginForm) -> Screen {
        var screen = quietScreen(keys: Catalog.loginKeys)
        let top = max(4, (size.rows - 17) / 2)
        screen.putBig(clock, row: top)
        let left = max(2, (size.columns - 60) / 2)
        let fields = [(Catalog.ticketField, form.ticket), (Catalog.lastSixField, form.lastSix)]
        for (index, field) in fields.enumerated() {
            let row = top + 7 + 3 * index
            let isActive = index == form.field
            screen.put((isActive ? "> " : "  ") + say(field.0), row: row, column: left)
            screen.put("[ " + field.1.padded(to: 40) + " ]", row: row + 1, column: left + 2, isActive ? .bold : .plain)
            screen.target(row: row, columns: left..<left + 46, .field(index))
            screen.target(row: row + 1, columns: left..<left + 46, .field(index))
            if isActive { screen.cursor = .init(row: row + 1, column: left + 4 + DisplayWidth.of(field.1)) }
        }
        switch form.fault {
        case nil: break
        case .wrong: screen.put(say(Catalog.wrongPair), row: top + 13, column: left, .warning)
        case .refused(let reason): put(reason, into: &screen, row: top + 13, column: left)
        case .locked(let seconds):
            screen.put(say(Catalog.locked(seconds: seconds)), row: top + 13, column: left, .warning)
        }
        return screen
    }

    private func put(_ reason: Bilingual, into screen: inout Screen, row: Int, column: Int) {
        for (index, line) in LineWrap.lines(say(reason), width: size.columns - column - 4).prefix(2).enumerated() {
            screen.put(line, row: row + index, column: column, .warning)
        }
    }

    /// The site has not answered yet.
    func connectingScreen(_ reason: Bilingual?) -> Screen {
        var screen = quietScreen(keys: nil)
        screen.putCentred(say(Catalog.connecting), row: 9, .bold)
        if let reason { put(reason, into: &screen, row: 12, column: 10) }
        return screen
    }

    func loggingInScreen() -> Screen {
        var screen = quietScreen(keys: nil)
        screen.putCentred(say(Catalog.loggingIn), row: 9, .bold)
        return screen
    }

    func codeScreen(_ form: CodeForm) -> Screen {
        var screen = quietScreen(keys: Catalog.codeKeys)
        screen.put(say(Catalog.codeField), row: 8, column: 10)
        screen.put("[ " + form.code.padded(to: 40) + " ]", row: 10, column: 12, .bold)
        screen.cursor = .init(row: 10, column: 14 + DisplayWidth.of(form.code))
        if let fault = form.fault { put(fault, into: &screen, row: 13, column: 10) }
        return screen
    }

    func confirmScreen(_ candidate: SeatAssignment) -> Screen {
        var screen = quietScreen(keys: Catalog.confirmKeys)
        screen.put(say(Catalog.isThisYou), row: 5, column: 10, .bold)
        putFacts(of: candidate, into: &screen, row: 7)
        screen.put(say(Catalog.callInvigilator), row: 14, column: 10)
        return screen
    }

    private func putFacts(of candidate: SeatAssignment, into screen: inout Screen, row: Int) {
        let facts = [
            (Catalog.name, candidate.name), (Catalog.ticket, candidate.ticket.text),
            (Catalog.team, candidate.team.text), (Catalog.unit, candidate.unit), (Catalog.seat, candidate.seat),
        ]
        for (index, fact) in facts.enumerated() {
            screen.put(say(fact.0), row: row + index, column: 10)
            screen.put(fact.1.shortened(to: size.columns - 24), row: row + index, column: 20)
        }
    }

    func rulesScreen() -> Screen {
        var screen = quietScreen(keys: Catalog.rulesKeys)
        screen.put(say(Catalog.roomRules), row: 4, column: 4, .bold)
        guard let session = exam?.session else { return screen }
        let facts = Catalog.sessionFacts(
            minutes: session.minutes, latestStart: session.latestStartMinutes,
            earliestHandIn: session.earliestHandInMinutes)
        var row = 6
        for (index, rule) in ([say(facts)] + (exam?.roomRules ?? [])).enumerated() {
            let number = "\(index + 1). "
            for (line, text) in LineWrap.lines(rule, width: size.columns - 12).enumerated() where row < size.rows - 3 {
                screen.put((line == 0 ? number : "").padded(to: 4) + text, row: row, column: 4)
                row += 1
            }
        }
        return screen
    }

    func waitingScreen(_ candidate: SeatAssignment, _ waiting: Waiting) -> Screen {
        var screen = quietScreen(keys: waiting.keys)
        putFacts(of: candidate, into: &screen, row: 4)
        switch waiting {
        case .release:
            screen.putCentred(say(Catalog.waitingForRelease), row: 12, .bold)
            screen.putCentred(say(Catalog.waitingForReleaseHint), row: 14)
        case .start(let seconds):
            screen.putCentred(say(Catalog.waitingForStart), row: 10, .bold)
            screen.putBig(Catalog.duration(seconds: seconds), row: 12)
            screen.putCentred(say(Catalog.waitingForStartHint), row: 18)
        case .invigilator(let reason):
            screen.putCentred(say(Catalog.cannotStart), row: 11, .warning)
            for (index, line) in LineWrap.lines(say(reason), width: size.columns - 20).enumerated() {
                screen.put(line, row: 13 + index, column: 10)
            }
        }
        return screen
    }
}

extension Waiting {
    fileprivate var keys: Bilingual? {
        if case .invigilator = self { Catalog.backToLogin } else { nil }
    }
}
