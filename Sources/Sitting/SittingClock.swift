package import Foundation

/// The time of a session, told from readings that are passed in.
///
/// The wall clock is asked once, against T0 of the release file. From then on:
/// - in the same boot, time runs with the boot-time clock alone: setting the wall clock changes nothing, and a program
///   that was killed finds that time has run on exactly;
/// - after a reboot (another boot id), time = the last known time + max(0, wall now − wall then): the wall clock is the
///   only witness, and time never runs backwards.
package struct SittingClock: Hashable, Sendable {
    private let time: SessionTime
    private let reading: ClockReading

    /// `time` was the session's time at `reading`.
    package init(time: SessionTime, at reading: ClockReading) {
        self.time = time
        self.reading = reading
    }

    package init(start: Date, reading: ClockReading) {
        self.init(time: SessionTime(since: start, wallMilliseconds: reading.wallMilliseconds), at: reading)
    }

    package func time(at now: ClockReading) -> SessionTime {
        time + SessionTime(milliseconds: max(0, milliseconds(until: now)))
    }

    /// The same clock, going on from `now`: after a reboot the new boot's clock counts from here.
    package func anchored(at now: ClockReading) -> SittingClock {
        SittingClock(time: time(at: now), at: now)
    }

    private func milliseconds(until now: ClockReading) -> Int {
        guard now.boot == reading.boot else { return now.wallMilliseconds - reading.wallMilliseconds }
        return now.nanoseconds < reading.nanoseconds ? 0 : Int((now.nanoseconds - reading.nanoseconds) / 1_000_000)
    }
}
