import Dispatch
import ExamModel
import Foundation
import Synchronization

/// Group commit: whatever waits while one transaction goes to the disk goes there together in the next. Writes are
/// saved in the order in which they were queued, and each is answered when it is on the disk, or when it is sure that it
/// is not.
///
/// A write belongs to an epoch of whoever queues. When one fails, all later writes of its epoch fail too, because they
/// were decided with the failed rows in mind; who queues puts its memory right and begins the next epoch.
final class CommitQueue: Sendable {
    typealias Answer = @Sendable (Result<Void, any Error>) -> Void

    private struct Waiting {
        let write: SiteWrite
        let epoch: Int
        let answer: Answer
    }

    private struct State {
        var waiting: [Waiting] = []
        var isRunning = false
        var failed: (epoch: Int, error: any Error)?
    }

    /// Microseconds.
    private static let gathering: UInt32 = 1000

    private let store: SiteStore
    private let copy: SiteCopy?
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "site-commit", qos: .userInitiated)

    init(_ store: SiteStore, copy: SiteCopy? = nil) {
        self.store = store
        self.copy = copy
    }

    /// Queues at once; the caller's order is the order on the disk.
    func save(_ write: SiteWrite, epoch: Int, _ answer: @escaping Answer) {
        let starts = state.withLock { state in
            state.waiting.append(Waiting(write: write, epoch: epoch, answer: answer))
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if starts { queue.async { self.drain() } }
    }

    private func drain() {
        while true {
            let (batch, failed) = state.withLock { state in
                defer { state.waiting = [] }
                if state.waiting.isEmpty { state.isRunning = false }
                return (state.waiting, state.failed)
            }
            guard !batch.isEmpty else { return }
            let stale = batch.filter { $0.epoch <= failed?.epoch ?? -1 }
            let fresh = batch.filter { $0.epoch > failed?.epoch ?? -1 }
            if let failed { for waiting in stale { waiting.answer(.failure(failed.error)) } }
            if !fresh.isEmpty { save(fresh) }
            // Where writes come in crowds, the next crowd is let gather: fewer flushes carry more.
            if fresh.count > 1 { usleep(Self.gathering) }
        }
    }

    private func save(_ batch: [Waiting]) {
        let writes = batch.map(\.write)
        do {
            try store.save(writes)
            copy?.save(writes)
            for waiting in batch { waiting.answer(.success(())) }
        } catch {
            let epoch = batch.map(\.epoch).max() ?? 0
            state.withLock { $0.failed = (epoch, error) }
            for waiting in batch { waiting.answer(.failure(error)) }
        }
    }
}
