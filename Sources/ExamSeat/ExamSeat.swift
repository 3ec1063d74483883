package import ExamModel
package import ExamPackage
import Foundation
import Sealing
package import Sitting

/// One candidate at one machine, from the start to the receipt. Works without a terminal: time is passed in.
package final class ExamSeat {
    package let candidate: SeatAssignment
    /// With T0 of the release.
    package let exam: Exam
    /// In the candidate's own order.
    package let content: FormContent
    package let sitting: RecordedSitting
    private let keeper: any SheetKeeper
    private var receipt: Receipt?

    /// Sits the candidate down; a sitting that was cut off goes on. `time` is the site's, where there is a site.
    /// Throws when the journal's events do not follow the rules.
    package init(
        _ candidate: SeatAssignment, of exam: Exam, content: FormContent, journal: AnswerJournal,
        time: SessionTime? = nil, keeper: any SheetKeeper, now: ClockReading
    ) throws(Refusal) {
        self.candidate = candidate
        self.exam = exam
        self.content = content
        self.keeper = keeper
        sitting = try RecordedSitting(
            journal: journal, rules: SittingRules(exam.session), form: SittingForm(content.items),
            start: exam.session.start, time: time, now: now)
    }

    /// The same at a machine with a paper of its own. Throws when the journal is held by another terminal or damaged,
    /// and when the candidate's answers are sealed but the journal of them is gone.
    package convenience init(
        _ candidate: SeatAssignment, at desk: ExamDesk, _ released: ReleasedPaper, now: ClockReading
    ) throws(Refusal) {
        let content = try released.content(for: candidate).ordered(for: candidate.ticket)
        let paper = released.paper.package
        let journal = try AnswerJournal(
            at: desk.journal(of: candidate.ticket),
            header: JournalHeader(
                exam: paper.exam.id, paper: paper.digest, form: content.id, ticket: candidate.ticket))
        try self.init(candidate, of: released.exam, content: content, journal: journal, keeper: desk, now: now)
        guard sitting.state.hasEnded || !desk.isSealed(candidate.ticket) else {
            throw Refusal(
                .alreadySealed, at: Place(file: desk.sealedAnswers(of: candidate.ticket).lastPathComponent),
                "这名考生的答卷已经封存，不能再次作答，请联系监考员",
                "this candidate's answers are sealed already; call the invigilator")
        }
    }

    /// Starts the sitting, or notes that it goes on. Throws when the time to begin is over.
    package func begin(at reading: ClockReading) throws(SittingFault) {
        if sitting.state.phase == .ready {
            try sitting.perform(.started, at: reading)
        } else {
            try sitting.resume(at: reading)
        }
    }

    /// What the candidate hands in. Nil before the sitting has ended and is saved.
    package var sheet: AnswerSheet? {
        guard sitting.isSaved else { return nil }
        return sitting.state.sheet(
            exam: exam.id, form: content.id, ticket: candidate.ticket, head: sitting.journalHead)
    }

    /// Keeps the answers, unless they are kept already, and gives the receipt: the same one every time.
    package func handOver(at reading: ClockReading) throws(Refusal) -> Receipt {
        if let receipt { return receipt }
        guard let sheet else {
            throw Refusal(.notHandedIn, "还没有交卷", "nothing has been handed in yet")
        }
        try keeper.keep(sheet, at: reading)
        let receipt = try Receipt(sheet)
        self.receipt = receipt
        return receipt
    }

    /// Obeys an order of the invigilator. Whatever was handed over before is not what counts any more.
    package func obey(_ order: SittingOrder, at reading: ClockReading) throws(SittingFault) {
        try sitting.perform(.ordered(order), at: reading)
        receipt = nil
    }
}

extension FindingCode {
    package static let formMissing: FindingCode = "FORM_MISSING"
    package static let alreadySealed: FindingCode = "ALREADY_SEALED"
    package static let notHandedIn: FindingCode = "NOT_HANDED_IN"
}
