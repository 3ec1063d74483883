package import Sitting

/// Counts wrong logins on one machine: after five, no further one is taken for a minute, and the invigilator is called.
package struct LoginAttempts: Hashable, Sendable {
    package static let most = 5
    package static let pause = SessionTime.minutes(1)

    private var failures = 0
    private var last: SittingClock?

    package init() {}

    package mutating func fail(at reading: ClockReading) {
        failures += 1
        last = SittingClock(time: .zero, at: reading)
    }

    package mutating func succeed() {
        self = LoginAttempts()
    }

    /// What is left of the pause; nil when a login may be tried. The count begins anew after it.
    package mutating func pause(at reading: ClockReading) -> SessionTime? {
        guard failures >= Self.most, let last else { return nil }
        let left = Self.pause - last.time(at: reading)
        guard left > .zero else {
            self = LoginAttempts()
            return nil
        }
        return left
    }
}
