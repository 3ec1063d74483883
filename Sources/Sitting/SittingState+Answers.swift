package import ExamModel

extension SittingState {
    package var hasEnded: Bool {
        if case .ended = phase { true } else { false }
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
