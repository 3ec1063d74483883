import ExamModel

/// What a simulated candidate is going to do: answers to give, not scores to get.
struct AnswerPlan: Sendable {
    enum Fate: String, Sendable, CaseIterable {
        /// Answers everything, looks over it and hands in.
        case ordinary
        /// The machine dies in the middle; the candidate goes on where the journal stood.
        case interrupted
        /// Hands in as soon as the rules allow.
        case early
        /// Is still answering when the time is up.
        case runsOut
    }

    let ticket: TicketNumber
    let fate: Fate
    /// In the order in which they are given.
    var responses: [Response]
    /// Seconds spent on each item.
    let secondsPerItem: Int
}
