package import ExamModel

/// Where in the course of an exam a candidate is.
package enum Stage: Hashable, Sendable {
    case login(LoginForm)
    /// "Is this you?"
    case confirming(SeatAssignment)
    case readingRules(SeatAssignment)
    case waiting(SeatAssignment, Waiting)
    case answering(Answering)
    case receipt(HandedIn)
}

/// What a candidate waits for.
package enum Waiting: Hashable, Sendable {
    /// The release file is not there yet.
    case release
    /// Whole seconds until the start.
    case start(Int)
    /// Something that the invigilator has to see to.
    case invigilator(Bilingual)
}

/// What a candidate sees after the sitting.
package struct HandedIn: Hashable, Sendable {
    package let candidate: SeatAssignment
    package let ending: AnswerSheet.Ending
    package let answered: Int
    package let items: Int
    /// `K3M9-…`; nil while the answers are not sealed yet, with why.
    package let receipt: String?
    package let fault: Bilingual?
    /// The time of day when the session ends, `16:30`.
    package let sessionEnd: String

    package init(
        candidate: SeatAssignment, ending: AnswerSheet.Ending, answered: Int, items: Int, receipt: String?,
        fault: Bilingual? = nil, sessionEnd: String
    ) {
        self.candidate = candidate
        self.ending = ending
        self.answered = answered
        self.items = items
        self.receipt = receipt
        self.fault = fault
        self.sessionEnd = sessionEnd
    }
}
