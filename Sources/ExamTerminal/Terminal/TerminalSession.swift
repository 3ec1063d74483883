package import ExamModel
import ExamPackage
package import ExamSeat
package import Sitting

/// One machine's way through the exam: the screen's state on one side, the desk and the seat with its journal on the other.
///
/// What an input does to the sitting is on the screen at once and on the disk after `save(at:)`; the two are apart so
/// that a key is painted before the disk is waited for.
package final class TerminalSession {
    package internal(set) var state: TerminalState
    /// Whether the candidate has read the receipt, at a machine that serves one.
    package internal(set) var isOver = false
    let desk: any Desk
    /// Whether the candidate who is present has said so.
    var isConfirmed = false
    var seat: ExamSeat?

    package init(desk: any Desk, language: Language, size: ScreenSize) {
        self.desk = desk
        state = TerminalState(exam: desk.exam, language: language, size: size, stage: .connecting(nil))
    }

    /// Becomes readable when it is time for a `tick(at:)`, beside the passing of time.
    package var descriptor: Int32? { desk.descriptor }

    package func resize(to size: ScreenSize) {
        state.size = size
    }

    package func handle(_ input: Input, at reading: ClockReading) {
        switch state.handle(input) {
        case nil: break
        case .enrol(let code):
            desk.enrol(code: code)
            enter(at: reading)
        case .logIn(let ticket, let lastSix):
            desk.logIn(ticket: ticket, lastSix: lastSix, at: reading)
            enter(at: reading)
        case .logOut: logOut(at: reading)
        case .confirm: confirm(at: reading)
        case .begin: wait(at: reading)
        case .record(let event): record(event, at: reading)
        case .leave: if desk.servesManyCandidates { logOut(at: reading) } else { isOver = true }
        }
    }

    /// Lets time pass and takes in what is new: call it every second, and when ``descriptor`` becomes readable.
    package func tick(at reading: ClockReading) {
        state.clock = BeijingTime.clockWithSeconds(reading.date)
        state.exam = seat?.exam ?? desk.exam
        state.seat = desk.seat
        takeNews(at: reading)
        guard let seat else {
            follow(at: reading)
            if case .waiting = state.stage, isConfirmed { wait(at: reading) }
            return
        }
        do throws(SittingFault) {
            try seat.sitting.tick(at: reading)
        } catch {
            changeAnswering { $0.notice = error.message }
        }
        showSitting(at: reading)
        showDelivery(of: seat, at: reading)
    }

    /// Writes what is not yet on the disk and, after the sitting, keeps the answers. What the disk refuses is tried
    /// again by the next call.
    package func save(at reading: ClockReading) {
        guard let seat else { return }
        do throws(Refusal) {
            try seat.sitting.save()
            desk.saved(seat)
            changeAnswering { $0.saving = .saved }
            if case .ended(let ending, _) = seat.sitting.state.phase {
                showReceipt(seat, ending, try seat.handOver(at: reading).description, nil)
            }
            showDelivery(of: seat, at: reading)
        } catch {
            let reason = error.findings.first?.message ?? Catalog.diskRefused
            changeAnswering { $0.saving = .failing(reason) }
            if case .ended(let ending, _) = seat.sitting.state.phase { showReceipt(seat, ending, nil, reason) }
        }
    }

    /// Whether `save(at:)` has anything to do.
    package var needsSaving: Bool {
        guard let seat else { return false }
        if !seat.sitting.isSaved { return true }
        if case .receipt(let handedIn) = state.stage { return handedIn.receipt == nil }
        return seat.sitting.state.hasEnded
    }

    /// The messages that were not read yet; they are read now.
    func takeMessages() -> [String] {
        defer { state.messages = [] }
        return state.messages
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
