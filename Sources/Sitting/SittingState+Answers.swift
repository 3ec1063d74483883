package import ExamModel
package import Sealing

extension SittingState {
    package var hasEnded: Bool {
        if case .ended = phase { true } else { false }
    }

    /// What is left at `time`; never negative. A pause stops it.
    package func remaining(at time: SessionTime) -> SessionTime {
        if case .paused(let since) = phase { return max(.zero, deadline - since) }
        return max(.zero, deadline - time)
    }

    /// The sheet that the events so far make, with `head` the journal's last line. Nil when the sitting has not ended.
    package func sheet(exam: ExamID, form: FormID, ticket: TicketNumber, head: Digest) -> AnswerSheet? {
        guard case .ended(let ending, let time) = phase else { return nil }
        return AnswerSheet(
            exam: exam, form: form, ticket: ticket, responses: answers, ending: ending, seconds: time.wholeSeconds,
            journalHead: head.description)
    }

    /// In the order of the paper.
    package var unanswered: [ItemID] {
        form.items.filter { responses[$0] == nil }
    }

    /// One response for each answered item, in the order of the paper.
    package var answers: [Response] {
        form.items.compactMap { responses[$0] }
    }
}
