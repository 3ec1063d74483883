import Foundation

/// Slows down whoever guesses passwords: after three failures each further one costs twice the pause of the one before.
/// A pure value; moments are nanoseconds of the boot clock.
struct SignInThrottle: Sendable {
    /// What failures are counted for.
    enum Key: Hashable, Sendable {
        case account(String)
        case address(String)

        /// In seconds. Of an account it is short, so that nobody can keep its owner out for long.
        fileprivate var longestPause: Int {
            switch self {
            case .account: 60
            case .address: 300
            }
        }
    }

    private struct Failures: Sendable {
        var count = 0
        var last: UInt64 = 0
    }

    private static let free = 3
    private static let second: UInt64 = 1_000_000_000
    /// Failures are forgotten when none came for so long, in seconds.
    private static let memory: UInt64 = 15 * 60
    private static let mostKeys = 4096

    private var failures: [Key: Failures] = [:]

    /// Whole seconds until another attempt is taken; nil when one is taken now.
    func pause(of keys: [Key], at now: UInt64) -> Int? {
        keys.compactMap { pause(of: $0, at: now) }.max()
    }

    private func pause(of key: Key, at now: UInt64) -> Int? {
        guard let failed = failures[key], failed.count >= Self.free else { return nil }
        let seconds = min(key.longestPause, 1 << min(failed.count - Self.free + 1, 20))
        let until = failed.last + UInt64(seconds) * Self.second
        return until > now ? Int((until - now + Self.second - 1) / Self.second) : nil
    }

    mutating func fail(_ keys: [Key], at now: UInt64) {
        for key in keys {
            var failed = failures[key] ?? Failures()
            if now > failed.last + Self.memory * Self.second { failed.count = 0 }
            failed.count += 1
            failed.last = now
            failures[key] = failed
        }
        while failures.count > Self.mostKeys, let oldest = failures.min(by: { $0.value.last < $1.value.last }) {
            failures[oldest.key] = nil
        }
    }

    /// The attempt was none of guessing. What else came from its address still counts.
    mutating func succeed(_ keys: [Key]) {
        for key in keys {
            switch key {
            case .account: failures[key] = nil
            case .address: failures[key]?.count -= 1
            }
        }
    }
}
