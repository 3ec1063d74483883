import ExamModel

/// What a simulated candidate is going to do: answers to give, not scores to get.
struct AnswerPlan: Sendable {
    enum Fate: String, Sendable, CaseIterable {
        /// Answers everything, looks over it and hands in.
        case ordinary
        /// The machine dies in the middle; the candidate goes on where the journal stood.
        case interrupted
        /// The machine dies for good; the candidate goes on at another one, where there is a site to go on from.
        case moved
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

extension AnswerPlan {
    /// For how long a machine is away that dies.
    static let outage = 40

    /// How many answers are given before the machine dies; 0 when it does not.
    var answersBeforeOutage: Int {
        fate == .interrupted || fate == .moved ? responses.count / 2 : 0
    }

    /// When the machine dies, in seconds since T0: right after the last answer before.
    var outageStart: Int { answersBeforeOutage * secondsPerItem }

    /// When the answer at `index` is given, in seconds since T0.
    func moment(ofAnswer index: Int) -> Int {
        let lost = answersBeforeOutage > 0 && index >= answersBeforeOutage ? Self.outage : 0
        return (index + 1) * secondsPerItem + lost
    }

    /// When the candidate hands in, in seconds since T0; nil when the time runs out first.
    func handIn(in session: Session) -> Int? {
        guard fate != .runsOut else { return nil }
        let done = responses.isEmpty ? 0 : moment(ofAnswer: responses.count - 1)
        return min(max(done + 60, session.earliestHandInMinutes * 60), session.minutes * 60 - 1)
    }
}
