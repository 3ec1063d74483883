package import ExamModel

/// Every sheet and every candidate of an exam accounted for.
///
/// `received == scores.count + exceptions.count`, and the candidates expected are exactly those with a score, those
/// withheld and those absent.
package struct GradedExam: Hashable, Sendable, Codable {
    /// How many sheets came in.
    package let received: Int
    /// By ticket; one a candidate at most.
    package let scores: [Score]
    /// In the order in which the sheets came in.
    package let exceptions: [SheetException]
    /// Candidates whose only sheets are exceptions, by ticket.
    package let withheld: [TicketNumber]
    /// Candidates without any sheet, by ticket.
    package let absent: [TicketNumber]

    package init(
        received: Int, scores: [Score], exceptions: [SheetException], withheld: [TicketNumber], absent: [TicketNumber]
    ) {
        self.received = received
        self.scores = scores
        self.exceptions = exceptions
        self.withheld = withheld
        self.absent = absent
    }
}
