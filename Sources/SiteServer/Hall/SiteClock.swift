import Foundation
import Sitting

/// The session's time at a site: runs with the machine's boot clock, survives restarts, and takes no notice of somebody
/// setting the wall clock.
struct SiteClock: Sendable {
    private var clock: SittingClock
    private var anchor: ClockReading
    /// T0 that the clock was set by.
    private(set) var start: Date

    /// Begins to count from the wall clock, or goes on from the last reading that was saved.
    init(start: Date, saved: SavedClock?, now: ClockReading) {
        self.start = start
        anchor = now
        clock =
            if let saved, saved.start == start {
                SittingClock(time: saved.time, at: saved.reading).anchored(at: now)
            } else {
                SittingClock(start: start, reading: now)
            }
    }

    func time(at now: ClockReading) -> SessionTime { clock.time(at: now) }

    func saved(at now: ClockReading) -> SavedClock {
        SavedClock(start: start, time: time(at: now), reading: now)
    }

    /// By how many milliseconds the wall clock was set since the clock began to count; nil after a reboot.
    func wallClockStep(at now: ClockReading) -> Int? {
        guard now.boot == anchor.boot, now.nanoseconds >= anchor.nanoseconds else { return nil }
        let passed = Int((now.nanoseconds - anchor.nanoseconds) / 1_000_000)
        return now.wallMilliseconds - anchor.wallMilliseconds - passed
    }

    /// Takes the wall clock as it is now for right.
    mutating func acceptWallClock(at now: ClockReading) {
        clock = clock.anchored(at: now)
        anchor = now
    }
}

/// The session's time at one reading, as it is saved every few seconds.
struct SavedClock: Hashable, Sendable, Codable {
    let start: Date
    let time: SessionTime
    let reading: ClockReading
}
