package import ExamModel
import ExamPackage
package import ExamSeat
package import Sitting

/// One candidate's way through the exam: the screen's state on one side, the seat with its journal on the other.
///
/// What an input does to the sitting is on the screen at once and on the disk after `save(at:)`; the two are apart so
/// that a key is painted before the disk is waited for.
package final class TerminalSession {
    package internal(set) var state: TerminalState
    /// Whether the candidate has read the receipt.
    package internal(set) var isOver = false
    let desk: ExamDesk
    var attempts = LoginAttempts()
    var seat: ExamSeat?

    package init(desk: ExamDesk, language: Language, size: ScreenSize) {
        self.desk = desk
        state = TerminalState(exam: desk.paper.exam, language: language, size: size)
    }

    package func resize(to size: ScreenSize) {
        state.size = size
    }

    package func handle(_ input: Input, at reading: ClockReading) {
        switch state.handle(input) {
        case nil: break
        case .logIn(let ticket, let lastSix): logIn(ticket, lastSix, at: reading)
        case .confirm: confirm(at: reading)
        case .begin: wait(at: reading)
        case .record(let event): record(event, at: reading)
        case .leave: isOver = true
        }
    }

    /// Lets time pass: call it every second.
    package func tick(at reading: ClockReading) {
        state.clock = BeijingTime.clockWithSeconds(reading.date)
        switch state.stage {
        case .login(let form): unlock(form, at: reading)
        case .waiting: wait(at: reading)
        case .answering:
            do throws(SittingFault) {
                try seat?.sitting.tick(at: reading)
            } catch {
                changeAnswering { $0.notice = error.message }
            }
            showSitting(at: reading)
        case .confirming, .readingRules, .receipt: break
        }
    }

    /// Writes what is not yet on the disk and, after the sitting, seals the answers. What the disk refuses is tried
    /// again by the next call.
    package func save(at reading: ClockReading) {
        guard let seat else { return }
        do throws(Refusal) {
            try seat.sitting.save()
            changeAnswering { $0.saving = .saved }
            if case .ended(let ending, _) = seat.sitting.state.phase { try handOver(seat, ending, at: reading) }
        } catch {
            let reason = error.findings.first?.message ?? Catalog.diskRefused
            changeAnswering { $0.saving = .failing(reason) }
            if case .ended(let ending, _) = seat.sitting.state.phase {
                showReceipt(seat, ending, nil, reason)
            }
        }
    }

    /// Whether `save(at:)` has anything to do.
    package var needsSaving: Bool {
        guard let seat else { return false }
        if !seat.sitting.isSaved { return true }
        if case .receipt(let handedIn) = state.stage { return handedIn.receipt == nil }
        return seat.sitting.state.hasEnded
    }

    func changeAnswering(_ change: (inout Answering) -> Void) {
        guard case .answering(var answering) = state.stage else { return }
        change(&answering)
        state.stage = .answering(answering)
    }

    private func record(_ event: SittingEvent, at reading: ClockReading) {
        do throws(SittingFault) {
            try seat?.sitting.perform(event, at: reading)
        } catch {
            changeAnswering { $0.notice = error.message }
        }
        showSitting(at: reading)
    }

    /// Brings the screen up to the sitting's state.
    func showSitting(at reading: ClockReading) {
        guard let sitting = seat?.sitting else { return }
        changeAnswering { answering in
            answering.sitting = sitting.state
            answering.remaining = sitting.remaining(at: reading)
            if !sitting.isSaved, answering.saving == .saved { answering.saving = .saving }
        }
    }

    private func handOver(_ seat: ExamSeat, _ ending: AnswerSheet.Ending, at reading: ClockReading) throws(Refusal) {
        showReceipt(seat, ending, try seat.handOver(at: reading).description, nil)
    }

    private func showReceipt(
        _ seat: ExamSeat, _ ending: AnswerSheet.Ending, _ receipt: String?, _ fault: Bilingual?
    ) {
        state.stage = .receipt(
            HandedIn(
                candidate: seat.candidate, ending: ending, answered: seat.sitting.state.responses.count,
                items: seat.content.questions.count, receipt: receipt, fault: fault,
                sessionEnd: BeijingTime.clock(seat.exam.session.end)))
    }
}
