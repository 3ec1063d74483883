import Sitting
import Testing

struct SittingClockTests {
    private let clock = SittingClock(start: SittingSample.start, reading: SittingSample.reading(100))

    @Test func asksTheWallClockOnce() {
        #expect(clock.time(at: SittingSample.reading(100)) == .seconds(100))
        let turnedBack = ClockReading(boot: "first", nanoseconds: 1160 * 1_000_000_000, wallMilliseconds: 0)
        #expect(clock.time(at: turnedBack) == .seconds(160))
    }

    @Test func runsOnByTheWallClockAfterAReboot() {
        let after = ClockReading(boot: "second", nanoseconds: 5_000_000_000, wallMilliseconds: 1_600_000_130_000)
        #expect(clock.time(at: after) == .seconds(130))
    }

    @Test func neverRunsBackwards() {
        let earlier = ClockReading(boot: "second", nanoseconds: 5_000_000_000, wallMilliseconds: 1_500_000_000_000)
        #expect(clock.time(at: earlier) == .seconds(100))
        #expect(clock.time(at: SittingSample.reading(40)) == .seconds(100))
    }

    @Test func countsByTheNewBootOnceAnchoredInIt() {
        let rebooted = clock.anchored(at: SittingSample.reading(200, boot: "second"))
        let wallTurned = ClockReading(boot: "second", nanoseconds: 1260 * 1_000_000_000, wallMilliseconds: 0)
        #expect(rebooted.time(at: wallTurned) == .seconds(260))
    }
}
