import ExamSeat
import Sitting
import Testing

struct LoginAttemptsTests {
    private func reading(_ seconds: UInt64) -> ClockReading {
        ClockReading(boot: "first", nanoseconds: seconds * 1_000_000_000, wallMilliseconds: 0)
    }

    @Test func fiveFailuresCloseTheLoginForAMinute() {
        var attempts = LoginAttempts()
        for _ in 0..<4 { attempts.fail(at: reading(10)) }
        #expect(attempts.pause(at: reading(10)) == nil)
        attempts.fail(at: reading(10))
        #expect(attempts.pause(at: reading(10)) == .seconds(60))
        #expect(attempts.pause(at: reading(69)) == .seconds(1))
        #expect(attempts.pause(at: reading(70)) == nil)
        for _ in 0..<4 { attempts.fail(at: reading(71)) }
        #expect(attempts.pause(at: reading(71)) == nil)
    }

    @Test func aRightLoginBeginsTheCountAnew() {
        var attempts = LoginAttempts()
        for _ in 0..<4 { attempts.fail(at: reading(1)) }
        attempts.succeed()
        attempts.fail(at: reading(2))
        #expect(attempts.pause(at: reading(2)) == nil)
    }
}
