package import ExamModel
package import Sitting

/// One machine is a desk of its own: nothing comes from outside, and one candidate uses it.
extension ExamDesk: Desk, SheetKeeper {
    package var descriptor: Int32? { nil }
    package var exam: Exam? { paper.exam }
    package var seat: String? { nil }
    package var servesManyCandidates: Bool { false }

    package func entry(at reading: ClockReading) -> DeskEntry {
        if let candidate { return .present(candidate) }
        if let pause = attempts.pause(at: reading) { return .free(.locked(pause.wholeSecondsUp)) }
        return .free(hasFailed ? .wrong : nil)
    }

    package func enrol(code: String) {}

    package func logIn(ticket: TicketNumber, lastSix: String, at reading: ClockReading) {
        candidate = paper.candidate(ticket: ticket, lastSix: lastSix)
        hasFailed = candidate == nil
        if hasFailed { attempts.fail(at: reading) } else { attempts.succeed() }
    }

    package func logOut() { candidate = nil }

    package var hasBegun: Bool { candidate.map(hasJournal) ?? false }

    package func look(at reading: ClockReading) throws(Refusal) -> DeskLook {
        switch try find(at: reading) {
        case .sealed: .sealed
        case .startsIn(let time): .startsIn(time)
        case .open: .open
        }
    }

    package func sit(at reading: ClockReading) throws(Refusal) -> ExamSeat {
        guard let candidate, case .open(let released) = try find(at: reading) else { throw .notReady }
        return try ExamSeat(candidate, at: self, released, now: reading)
    }

    package func saved(_ seat: ExamSeat) {}
    package func delivery(of seat: ExamSeat, at reading: ClockReading) -> Delivery { .local }
    package func news(for seat: ExamSeat?, at reading: ClockReading) -> [DeskNews] { [] }

    /// Writes the sheet, signed by the site and encrypted to grading, whole or not at all.
    package func keep(_ sheet: AnswerSheet, at reading: ClockReading) throws(Refusal) {
        if !isSealed(sheet.ticket) { try seal(sheet, at: reading) }
    }
}

extension Refusal {
    /// A seat was asked for before anybody may sit.
    package static var notReady: Refusal {
        Refusal(.seatNotReady, "还不能开始作答，请等候", "nobody can sit down yet; wait")
    }
}

extension FindingCode {
    package static let seatNotReady: FindingCode = "SEAT_NOT_READY"
}
