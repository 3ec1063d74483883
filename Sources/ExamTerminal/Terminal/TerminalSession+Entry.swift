import ExamModel
import ExamSeat
import Sitting

extension TerminalSession {
    func logIn(_ ticket: TicketNumber, _ lastSix: String, at reading: ClockReading) {
        if let candidate = desk.paper.candidate(ticket: ticket, lastSix: lastSix) {
            attempts.succeed()
            state.stage = .confirming(candidate)
            return
        }
        attempts.fail(at: reading)
        let pause = attempts.pause(at: reading)
        state.stage = .login(LoginForm(fault: pause.map { .locked($0.wholeSecondsUp) } ?? .wrong))
    }

    /// Counts a locked login down and opens it again.
    func unlock(_ form: LoginForm, at reading: ClockReading) {
        guard case .locked = form.fault else { return }
        let pause = attempts.pause(at: reading)
        state.stage = .login(LoginForm(fault: pause.map { .locked($0.wholeSecondsUp) }))
    }

    /// Whoever has a journal goes on at once; the rules were read.
    func confirm(at reading: ClockReading) {
        guard case .confirming(let candidate) = state.stage else { return }
        guard desk.hasJournal(of: candidate) else {
            state.stage = .readingRules(candidate)
            return
        }
        wait(for: candidate, at: reading)
    }

    func wait(at reading: ClockReading) {
        switch state.stage {
        case .readingRules(let candidate), .waiting(let candidate, _): wait(for: candidate, at: reading)
        default: break
        }
    }

    /// Waits for the release, then for the start, then sits down; what fails is shown and tried again.
    private func wait(for candidate: SeatAssignment, at reading: ClockReading) {
        do throws(Refusal) {
            switch try desk.look(at: reading) {
            case .sealed: state.stage = .waiting(candidate, .release)
            case .startsIn(let time):
                state.stage = .waiting(candidate, .start(time.wholeSecondsUp))
            case .open(let released):
                try sit(candidate, released, at: reading)
            }
        } catch {
            state.stage = .waiting(
                candidate, .invigilator(error.findings.first?.message ?? Catalog.callInvigilator))
        }
    }

    private func sit(_ candidate: SeatAssignment, _ released: ReleasedPaper, at reading: ClockReading)
        throws(Refusal)
    {
        let seat = try ExamSeat(candidate, at: desk, released, now: reading)
        do throws(SittingFault) {
            try seat.begin(at: reading)
        } catch {
            state.stage = .waiting(candidate, .invigilator(error.message))
            return
        }
        self.seat = seat
        state.stage = .answering(
            Answering(
                candidate: candidate, content: seat.content, sitting: seat.sitting.state,
                remaining: seat.sitting.remaining(at: reading), language: state.language))
        showSitting(at: reading)
    }
}
