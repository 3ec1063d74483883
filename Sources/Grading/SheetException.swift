package import ExamModel

/// A sheet that came in and earned no score: a person must decide.
package struct SheetException: Hashable, Sendable, Codable {
    package enum Reason: String, Sendable, Codable {
        /// It could not be read, or holds what no terminal writes.
        case damaged = "DAMAGED_SHEET"
        case wrongExam = "WRONG_EXAM"
        /// Nobody with this ticket may sit the exam.
        case unknownTicket = "UNKNOWN_TICKET"
        /// The candidate was given another form.
        case wrongForm = "WRONG_FORM"
        /// The very same sheet came in before; that one counts.
        case duplicate = "DUPLICATE_SHEET"
        /// Several different sheets of one candidate: none of them counts until one is chosen.
        case conflicting = "CONFLICTING_SHEETS"
        /// Of several different sheets of one candidate, another one was chosen.
        case superseded = "SUPERSEDED_SHEET"
        /// The judges voided what the candidate handed in.
        case voided = "VOIDED_SHEET"
        /// Answers that people mark have no marks yet.
        case incomplete = "INCOMPLETE_SHEET"
    }

    package let source: String
    /// Nil when the sheet could not be read.
    package let ticket: TicketNumber?
    package let reason: Reason
    package let message: Bilingual

    package init(source: String, ticket: TicketNumber?, reason: Reason, message: Bilingual) {
        self.source = source
        self.ticket = ticket
        self.reason = reason
        self.message = message
    }
}
