import Foundation
import Sitting
import Synchronization

/// A clock that stands still until somebody moves it: server, links and candidates share it, so that an exam of hours
/// passes as fast as its work is done.
///
/// It knows how many of those who live by it are awake. Who moves it waits until all of them sleep, which is when
/// everything that was due has been done, and then moves it to the moment when the next of them wakes.
final class VirtualClock: Sendable {
    private enum Sleeper {
        case task(CheckedContinuation<Void, Never>)
        case action(@Sendable () -> Void)
    }

    private struct State {
        var time: SessionTime
        var awake = 0
        var sleepers: [Int: (until: SessionTime, sleeper: Sleeper)] = [:]
        var next = 0
        /// Who moves the clock, waiting until nobody is awake.
        var mover: CheckedContinuation<Void, Never>?
    }

    private let start: Date
    /// When the machine was switched on.
    private let boot: SessionTime
    private let state: Mutex<State>

    /// Stands at `time`, before or after T0, which is `start`.
    init(start: Date, at time: SessionTime) {
        self.start = start
        boot = time - .minutes(60)
        state = Mutex(State(time: time))
    }

    var time: SessionTime { state.withLock { $0.time } }

    @Sendable func read() -> ClockReading {
        let time = time
        return ClockReading(
            boot: "rehearsal", nanoseconds: UInt64(max(0, (time - boot).milliseconds)) * 1_000_000,
            wallMilliseconds: Int(start.timeIntervalSince1970 * 1000) + time.milliseconds)
    }

    /// Somebody begins to live by this clock, awake.
    func join() {
        state.withLock { $0.awake += 1 }
    }

    /// The opposite of ``join()``.
    func leave() {
        rouse { $0.awake -= 1 }
    }

    /// Sleeps for so long. Returns early when the task is cancelled.
    @Sendable func sleep(for time: SessionTime) async {
        await sleep(until: self.time + time)
    }

    func sleep(until time: SessionTime) async {
        let number = nextNumber()
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = rouse { state in
                    guard !Task.isCancelled, time > state.time else { return true }
                    state.sleepers[number] = (time, .task(continuation))
                    state.awake -= 1
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: number)
                if sleeper != nil { state.awake += 1 }
                return sleeper
            }
            if case .task(let continuation)? = sleeper?.sleeper { continuation.resume() }
        }
    }

    /// Does something when the clock comes to `time`, and holds the clock there until a ``leave()`` answers it.
    func schedule(at time: SessionTime, _ action: @escaping @Sendable () -> Void) {
        let number = nextNumber()
        state.withLock { $0.sleepers[number] = (time, .action(action)) }
    }

    /// When the next one wakes; nil when nobody sleeps.
    var nextWaking: SessionTime? { state.withLock { $0.sleepers.values.map(\.until).min() } }

    /// Returns when nobody is awake, or when the task is cancelled.
    func waitUntilAllSleep() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    guard state.awake > 0, !Task.isCancelled else { return true }
                    state.mover = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { state in
                defer { state.mover = nil }
                return state.mover
            }?.resume()
        }
    }

    /// Moves the clock, never back, and wakes whoever wanted to sleep until then.
    func move(to time: SessionTime) {
        let due = state.withLock { state in
            state.time = max(state.time, time)
            let due = state.sleepers.filter { $0.value.until <= state.time }
            for number in due.keys { state.sleepers[number] = nil }
            state.awake += due.count
            return due.values.map(\.sleeper)
        }
        for sleeper in due {
            switch sleeper {
            case .task(let continuation): continuation.resume()
            case .action(let action): action()
            }
        }
    }

    private func nextNumber() -> Int {
        state.withLock { state in
            state.next += 1
            return state.next
        }
    }

    /// Changes the state, and rouses who moves the clock when nobody is awake any more.
    private func rouse<Result: Sendable>(_ change: (inout State) -> sending Result) -> Result {
        let (result, mover) = state.withLock { state in
            let result = change(&state)
            guard state.awake <= 0 else { return (result, CheckedContinuation<Void, Never>?.none) }
            defer { state.mover = nil }
            return (result, state.mover)
        }
        mover?.resume()
        return result
    }
}
