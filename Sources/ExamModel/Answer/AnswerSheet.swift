/// What one candidate handed in (答卷).
package struct AnswerSheet: Hashable, Sendable, Codable {
    package enum Ending: String, Sendable, Codable {
        case handedIn = "handed-in"
        case timeUp = "time-up"
        /// Taken in by the invigilator.
        case collected
        /// Declared void by the invigilator: nothing counts.
        case voided
    }

    package let exam: ExamID
    package let form: FormID
    package let ticket: TicketNumber
    /// One for each answered item, in the order of the form.
    package let responses: [Response]
    package let ending: Ending
    /// Whole seconds from the start of the session to the hand-in.
    package let seconds: Int
    /// SHA-256 of the last line of the answer journal, in hexadecimal: what the receipt stands for.
    package let journalHead: String

    package init(
        exam: ExamID, form: FormID, ticket: TicketNumber, responses: [Response], ending: Ending, seconds: Int,
        journalHead: String
    ) {
        self.exam = exam
        self.form = form
        self.ticket = ticket
        self.responses = responses
        self.ending = ending
        self.seconds = seconds
        self.journalHead = journalHead
    }
}
