import ExamModel
import Foundation
import SiteProtocol
import Sitting

/// What goes on by itself.
extension Hall {
    /// How often the clock is looked at, in milliseconds.
    static let tick = 50
    /// How often it is saved.
    private static let savingEvery = 2_000_000_000 as UInt64
    /// A wall clock that moved by more than this was set by somebody, in milliseconds.
    private static let step = 2_000

    /// Runs until it is cancelled.
    func run() async {
        var opened = isOpen
        var nextSave: UInt64 = 0
        while !Task.isCancelled {
            let reading = clock()
            if isOpen != opened {
                opened = isOpen
                waiters.wakeAll()
                changed()
            }
            contacts.run(at: instant())
            waiters.wakeOverdue(at: .now)
            if reading.nanoseconds >= nextSave {
                nextSave = reading.nanoseconds + Self.savingEvery
                await saveClock(reading)
                if copy?.state.failure != nil { copy?.recover() }
                ledger.write()
                changed()
            }
            if let step = siteClock.wallClockStep(at: reading), abs(step) >= Self.step { await noteStep(step, reading) }
            try? await Task.sleep(for: .milliseconds(Self.tick))
        }
        waiters.wakeAll()
        for (_, watcher) in watchers { watcher.finish() }
        await ledger.settle()
    }

    private func saveClock(_ reading: ClockReading) async {
        guard let bytes = try? JSONEncoder().encode(siteClock.saved(at: reading)) else { return }
        let mark = mark
        try? await save(SiteWrite(state: ("clock", bytes)))
        try? await mark.write(to: places)
    }

    private func noteStep(_ milliseconds: Int, _ reading: ClockReading) async {
        siteClock.acceptWallClock(at: reading)
        let seconds = milliseconds / 1000
        try? await note([
            .incident(
                SiteIncident(
                    .clockSet,
                    Bilingual(
                        "服务器的系统时间被改动 \(seconds) 秒；考试计时不受影响",
                        "the server's wall clock was set by \(seconds) s; the exam's time runs on")))
        ])
    }

    /// Notes that this process did not run for so long until now, as far as the exam ran meanwhile.
    func noteStandstill(of duration: Duration) async throws(SiteFault) {
        contacts.run(at: instant())
        let lost = SessionTime.seconds(Int(duration.components.seconds))
        guard isOpen, let incident = SiteIncident(serverDownFor: lost, until: now, of: rules) else { return }
        try await note([.incident(incident)])
    }

    /// Tells those who watch the hall that something is different.
    func changed() {
        for (_, watcher) in watchers { watcher.yield() }
    }

    /// Yields whenever something changed, at most one at a time.
    func watch() -> (number: Int, changes: AsyncStream<Void>) {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        nextWatcher += 1
        watchers[nextWatcher] = continuation
        continuation.yield()
        return (nextWatcher, stream)
    }

    func stopWatching(_ number: Int) {
        watchers.removeValue(forKey: number)?.finish()
    }
}
