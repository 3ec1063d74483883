package import ExamModel
package import ExamSeat

/// Where in the course of an exam a candidate is.
package enum Stage: Hashable, Sendable {
    /// The site has not answered yet; with why, once that is known.
    case connecting(Bilingual?)
    case enrolling(CodeForm)
    case login(LoginForm)
    case loggingIn
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
    package var delivery = Delivery.local
    /// The time of day when the session ends, `16:30`.
    package let sessionEnd: String

    /// Whether the machine is free for somebody else.
    package var mayLeave: Bool { receipt != nil && (delivery == .local || delivery == .delivered) }

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
