/// How long to wait before another try: longer each time, and by chance, so that a room full of terminals does not come
/// back in one moment.
package struct Backoff: Hashable, Sendable {
    static let first = 500
    static let longest = 8000

    private var failures = 0

    package init() {}

    /// In milliseconds: between half of the step and the whole step.
    package mutating func next(using generator: inout some RandomNumberGenerator) -> Int {
        let step = min(Self.longest, Self.first << min(failures, 10))
        failures += 1
        return Int.random(in: step / 2...step, using: &generator)
    }

    package mutating func reset() {
        failures = 0
    }
}

extension Backoff {
    /// Sleeps for the next while; returns early when the task is cancelled.
    mutating func sleep() async {
        var generator = SystemRandomNumberGenerator()
        let milliseconds = next(using: &generator)
        try? await Task.sleep(for: .milliseconds(milliseconds))
    }
}
