import Dispatch
import Synchronization

/// Checks items while the next are read.
final class CheckLine: Sendable {
    /// So many items are checked together.
    static let batch = 512

    private let queue = DispatchQueue(label: "checks")
    private let checker = Mutex(ItemChecker())
    /// So many batches may wait: reading does not run away from checking.
    private let room = DispatchSemaphore(value: 3)

    func take(_ raws: [RawItem]) {
        guard !raws.isEmpty else { return }
        room.wait()
        queue.async {
            self.checker.withLock { $0.take(raws) }
            self.room.signal()
        }
    }

    /// What all items taken so far came to.
    func settled() -> ItemChecker {
        queue.sync { checker.withLock { $0 } }
    }

    /// Forgets what was taken after `earlier` was settled.
    func reset(to earlier: ItemChecker) {
        queue.sync { checker.withLock { $0 = earlier } }
    }
}
