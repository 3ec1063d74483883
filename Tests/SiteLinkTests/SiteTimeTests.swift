import ExamModel
import Foundation
import SiteProtocol
import Sitting
import Testing

@testable import SiteLink

/// Which time a terminal takes from its site.
struct SiteTimeTests {
    /// A terminal that logged in when the session had run for so long, before the release.
    private func terminal(at time: SessionTime) -> SittingLink.State {
        SittingLink.State(
            clock: SittingClock(time: time, at: reading(0)), isReleased: false,
            reader: JournalReader(URL(filePath: "/dev/null")))
    }

    private func reading(_ seconds: UInt64) -> ClockReading {
        ClockReading(boot: "test", nanoseconds: seconds * 1_000_000_000, wallMilliseconds: 0)
    }

    private func time(_ session: SessionTime, isReleased: Bool) -> SiteTime {
        SiteTime(session: session, isReleased: isReleased, reign: 1)
    }

    /// The paper's start has passed, the release names a later one, and the terminal hears of it after that.
    @Test func theStartOfTheReleaseDecidesHoweverLateItIsHeardOf() {
        var terminal = terminal(at: .minutes(30))
        terminal.hear(time(.seconds(2), isReleased: true), at: reading(5))
        #expect(terminal.clock.time(at: reading(5)) == .seconds(2))
        #expect(terminal.isReleased)
    }

    @Test func afterTheStartTimeNeverRunsBackwards() {
        var terminal = terminal(at: .seconds(-5))
        terminal.hear(time(.zero, isReleased: true), at: reading(5))
        terminal.hear(time(.seconds(3), isReleased: true), at: reading(10))
        #expect(terminal.clock.time(at: reading(10)) == .seconds(5))
        terminal.hear(time(.seconds(4), isReleased: false), at: reading(10))
        #expect(terminal.clock.time(at: reading(10)) == .seconds(5), "a server that has lost the release")
    }

    @Test func beforeTheStartTheSiteIsFollowedBackToo() {
        var terminal = terminal(at: .seconds(-60))
        terminal.hear(time(.minutes(-10), isReleased: false), at: reading(5))
        #expect(terminal.clock.time(at: reading(5)) == .minutes(-10))
    }
}
