import Testing

@testable import SiteServer

struct SignInThrottleTests {
    private static let second: UInt64 = 1_000_000_000

    @Test func thePauseDoublesUpToItsLongest() {
        var throttle = SignInThrottle()
        var pauses: [Int] = []
        var now: UInt64 = 0
        for _ in 1...12 {
            throttle.fail([.account("a")], at: now)
            let pause = throttle.pause(of: [.account("a")], at: now) ?? 0
            pauses.append(pause)
            now += UInt64(pause) * Self.second
            #expect(throttle.pause(of: [.account("a")], at: now) == nil)
        }
        #expect(pauses == [0, 0, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60])
    }

    @Test func accountsAndAddressesCountByThemselves() {
        var throttle = SignInThrottle()
        for name in ["a", "b", "c", "d"] { throttle.fail([.account(name), .address("10.0.0.7")], at: 0) }
        #expect(throttle.pause(of: [.account("a")], at: 0) == nil)
        #expect(throttle.pause(of: [.account("new"), .address("10.0.0.7")], at: 0) == 4)
        #expect(throttle.pause(of: [.account("new"), .address("10.0.0.8")], at: 0) == nil)
    }

    @Test func aSuccessClearsTheAccountAndNotTheAddress() {
        var throttle = SignInThrottle()
        for _ in 1...4 { throttle.fail([.account("a"), .address("x")], at: 0) }
        throttle.succeed([.account("a"), .address("x")])
        #expect(throttle.pause(of: [.account("a")], at: 0) == nil)
        #expect(throttle.pause(of: [.address("x")], at: 0) == 2)
    }

    @Test func failuresAreForgottenAfterAQuarterOfAnHour() {
        var throttle = SignInThrottle()
        for _ in 1...3 { throttle.fail([.account("a")], at: 0) }
        throttle.fail([.account("a")], at: 901 * Self.second)
        #expect(throttle.pause(of: [.account("a")], at: 901 * Self.second) == nil)
    }
}
