import ExamSeat
import Sitting

/// Slows down whoever guesses enrolment codes: after five wrong ones from an address no code from there is looked at for a
/// minute, and after a hundred within a minute none from anywhere.
struct EnrolmentThrottle: Sendable {
    static let most = 100
    static let period = SessionTime.minutes(1)
    /// Addresses that are remembered; what one forgets, the hundred still stop.
    private static let mostAddresses = 1_000

    private var addresses: [String: LoginAttempts] = [:]
    private var wrong = 0
    private var since: SittingClock?

    /// What is left until a code from this address is looked at; nil when one is.
    mutating func pause(of address: String, at reading: ClockReading) -> SessionTime? {
        if let since, since.time(at: reading) >= Self.period { (wrong, self.since) = (0, nil) }
        let all = wrong >= Self.most ? since.map { Self.period - $0.time(at: reading) } : nil
        return [all, addresses[address]?.pause(at: reading)].compactMap { $0 }.max()
    }

    mutating func fail(_ address: String, at reading: ClockReading) {
        if addresses.count >= Self.mostAddresses, addresses[address] == nil { addresses = [:] }
        addresses[address, default: LoginAttempts()].fail(at: reading)
        if since == nil { since = SittingClock(time: .zero, at: reading) }
        wrong += 1
    }

    mutating func succeed(_ address: String) {
        addresses[address] = nil
    }
}
