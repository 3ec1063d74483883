package import ExamModel
package import SiteLink
package import Sitting

/// What one simulated candidate does, by the session's time.
package struct Script: Sendable {
    /// The machine dies and is started again.
    package struct Outage: Hashable, Sendable {
        /// Not a moment at which something is done.
        package let start: SessionTime
        package let length: SessionTime
        /// Whether the candidate goes on at another machine.
        package let isForGood: Bool

        package init(at start: SessionTime, for length: SessionTime, isForGood: Bool) {
            self.start = start
            self.length = length
            self.isForGood = isForGood
        }

        var end: SessionTime { start + length }
    }

    package let candidate: SeatAssignment
    /// In their order. Without ``SittingEvent/handedIn`` the candidate sits until the time is up.
    package let steps: [SiteCandidate.Step]
    package let outage: Outage?

    package init(_ candidate: SeatAssignment, steps: [SiteCandidate.Step], outage: Outage?) {
        self.candidate = candidate
        self.steps = steps
        self.outage = outage
    }

    /// What is left to do at `time`.
    func steps(after time: SessionTime) -> [SiteCandidate.Step] { steps.filter { $0.time > time } }
}
