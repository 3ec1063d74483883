import ServiceLifecycle

/// Notices that this process did not run for a while, because it was stopped or its machine was suspended: the room lost
/// that time, and the invigilator may give it back.
struct StallWatch: Service {
    static let shortest = Duration.seconds(5)
    private static let look = Duration.milliseconds(500)

    let hall: Hall

    func run() async throws {
        await cancelWhenGracefulShutdown {
            let clock = ContinuousClock()
            var last = clock.now
            while !Task.isCancelled {
                try? await clock.sleep(for: Self.look)
                let now = clock.now
                if now - last >= Self.shortest { try? await hall.noteStandstill(of: now - last) }
                last = now
            }
        }
    }
}
