import Foundation
import Sitting
import Synchronization
import Testing

@testable import SiteRehearsal

/// The clock of a rehearsal moves only when everybody sleeps.
struct VirtualClockTests {
    private let clock = VirtualClock(start: Date(timeIntervalSince1970: 1_592_614_800), at: .seconds(-600))

    /// Moves the clock until nobody is left, and returns where it stood.
    private func moveToTheEnd() async -> [SessionTime] {
        var moments: [SessionTime] = []
        await clock.waitUntilAllSleep()
        while let next = clock.nextWaking {
            clock.move(to: next)
            moments.append(next)
            await clock.waitUntilAllSleep()
        }
        return moments
    }

    @Test func bothClocksMoveTogether() {
        let before = clock.read()
        clock.move(to: .seconds(30))
        clock.move(to: .seconds(20))
        let after = clock.read()
        #expect(clock.time == .seconds(30), "never back")
        #expect(after.nanoseconds - before.nanoseconds == 630_000_000_000)
        #expect(after.wallMilliseconds - before.wallMilliseconds == 630_000)
        #expect(after.wallMilliseconds == 1_592_614_830_000)
    }

    @Test func everybodyFindsTheMomentThatWasWaitedFor() async {
        let steps = 200
        await withTaskGroup(of: Void.self) { group in
            for person in 1...20 {
                clock.join()
                group.addTask {
                    for step in 1...steps {
                        // Some do more than one thing before they sleep.
                        if (person + step) % 3 == 0 { await Task.yield() }
                        let due = SessionTime.seconds(step * person)
                        await clock.sleep(until: due)
                        #expect(clock.time == due)
                    }
                    clock.leave()
                }
            }
            let moments = await moveToTheEnd()
            #expect(moments == moments.sorted())
            #expect(moments.last == .seconds(20 * steps))
            #expect(Set(moments).count == moments.count)
        }
    }

    @Test func whatWasCancelledIsAwake() async {
        clock.join()
        let sleeper = Task {
            await clock.sleep(until: .minutes(10))
            return clock.time
        }
        await clock.waitUntilAllSleep()
        sleeper.cancel()
        #expect(await sleeper.value == .seconds(-600))
        #expect(clock.nextWaking == nil)
        let isStill = Mutex(false)
        let mover = Task {
            await clock.waitUntilAllSleep()
            return isStill.withLock { $0 }
        }
        try? await Task.sleep(for: .milliseconds(20))
        isStill.withLock { $0 = true }
        clock.leave()
        #expect(await mover.value, "the clock waited for who was awake")
    }

    @Test func anActionHoldsTheClockUntilItIsAnswered() async {
        clock.join()
        let done = Mutex(false)
        clock.schedule(at: .seconds(5)) { done.withLock { $0 = true } }
        let sleeper = Task { await clock.sleep(until: .seconds(5)) }
        await clock.waitUntilAllSleep()
        clock.move(to: .seconds(5))
        await sleeper.value
        #expect(done.withLock { $0 })
        clock.leave()
        let mover = Task { await clock.waitUntilAllSleep() }
        clock.leave()
        await mover.value
        #expect(clock.nextWaking == nil)
    }

    @Test func whoeverMovesItMayBeCancelled() async {
        clock.join()
        let mover = Task { await clock.waitUntilAllSleep() }
        mover.cancel()
        await mover.value
    }
}
