package import ExamModel

/// What a session's times allow, counted from T0.
package struct SittingRules: Hashable, Sendable {
    package let length: SessionTime
    /// Nobody begins later than this.
    package let latestStart: SessionTime
    /// Nobody hands in before this.
    package let earliestHandIn: SessionTime

    package init(length: SessionTime, latestStart: SessionTime, earliestHandIn: SessionTime) {
        self.length = length
        self.latestStart = latestStart
        self.earliestHandIn = earliestHandIn
    }

    package init(_ session: Session) {
        length = .minutes(session.minutes)
        latestStart = .minutes(session.latestStartMinutes)
        earliestHandIn = .minutes(session.earliestHandInMinutes)
    }
}
