import ExamModel
import ExamSeat
import Sitting

/// The way to the seat.
extension TerminalSession {
    /// Shows where the desk stands, whatever was on the screen.
    func enter(at reading: ClockReading) {
        state.stage = .loggingIn
        follow(at: reading)
    }

    func logOut(at reading: ClockReading) {
        seat = nil
        isConfirmed = false
        desk.logOut()
        enter(at: reading)
    }

    /// Brings the screen to where the desk stands; what somebody is typing stays.
    func follow(at reading: ClockReading) {
        let entry = desk.entry(at: reading)
        if case .present = entry {} else { isConfirmed = false }
        switch (entry, state.stage) {
        case (.connecting(let reason), _): state.stage = .connecting(reason)
        case (.needsCode, .enrolling): break
        case (.needsCode(let fault), _): state.stage = .enrolling(CodeForm(fault: fault))
        case (.free(.locked(let seconds)), _): state.stage = .login(LoginForm(fault: .locked(seconds)))
        case (.free(let fault), .login(let form)):
            if case .locked = form.fault { state.stage = .login(LoginForm(fault: fault == .wrong ? nil : fault)) }
        case (.free(let fault), _): state.stage = .login(LoginForm(fault: fault))
        case (.loggingIn, _): state.stage = .loggingIn
        case (.held(let candidate, let reason), _): state.stage = .waiting(candidate, .invigilator(reason))
        case (.present(let candidate), let stage):
            if !isConfirmed {
                state.stage = .confirming(candidate)
            } else if stage == .loggingIn {
                state.stage = .waiting(candidate, .release)
            }
        }
    }

    /// Whoever has begun before goes on at once; the rules were read.
    func confirm(at reading: ClockReading) {
        guard case .confirming(let candidate) = state.stage else { return }
        isConfirmed = true
        guard desk.hasBegun else {
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
            case .startsIn(let time): state.stage = .waiting(candidate, .start(time.wholeSecondsUp))
            case .open: try sit(candidate, at: reading)
            }
        } catch {
            state.stage = .waiting(
                candidate, .invigilator(error.findings.first?.message ?? Catalog.callInvigilator))
        }
    }

    private func sit(_ candidate: SeatAssignment, at reading: ClockReading) throws(Refusal) {
        let seat = try desk.sit(at: reading)
        do throws(SittingFault) {
            try seat.begin(at: reading)
        } catch {
            state.stage = .waiting(candidate, .invigilator(error.message))
            return
        }
        self.seat = seat
        show(seat, at: reading)
    }

    /// Shows the paper.
    func show(_ seat: ExamSeat, at reading: ClockReading) {
        state.stage = .answering(
            Answering(
                candidate: seat.candidate, content: seat.content, sitting: seat.sitting.state,
                remaining: seat.sitting.remaining(at: reading), language: state.language))
        showSitting(at: reading)
    }
}
