import Dispatch
import ExamModel
import Foundation
import GRDB
import Synchronization

/// The hot copy: a second database, on another disk or in a mounted folder of another machine, that gets every
/// transaction right after the first. What it lacks at a take-over, the terminals still have and send again.
final class SiteCopy: Sendable {
    struct State: Sendable {
        /// Transactions that are saved here and not yet there.
        var lag = 0
        /// Why the copy stands still; nil while it keeps up.
        var failure: String?
    }

    let folder: URL
    private let original: SiteStore
    private let kept = Mutex(State())
    private let store = Mutex<SiteStore?>(nil)
    private let queue = DispatchQueue(label: "site-copy")

    /// Brings the copy up to what `original` holds, then goes on with it.
    init(of original: SiteStore, in folder: URL) throws(Refusal) {
        self.folder = folder
        self.original = original
        let copied = try original.copied(to: folder)
        store.withLock { $0 = copied }
    }

    var state: State { kept.withLock { $0 } }

    func save(_ writes: [SiteWrite]) {
        kept.withLock { $0.lag += 1 }
        queue.async { [self] in
            guard kept.withLock({ $0.failure == nil }) else { return }
            do {
                // What is saved while everything is copied anew is in the copy already.
                try store.withLock { try $0?.save(writes, isRepeated: true) }
                kept.withLock { $0.lag -= 1 }
            } catch {
                kept.withLock { $0.failure = "\(error)" }
            }
        }
    }

    /// Copies everything anew when the copy stands still. Waits for the copy, not for the original's writers.
    func recover() {
        queue.async { [self] in
            guard kept.withLock({ $0.failure != nil }) else { return }
            store.withLock { $0 = nil }
            let lag = kept.withLock { $0.lag }
            guard let copied = try? original.copied(to: folder) else { return }
            store.withLock { $0 = copied }
            kept.withLock { state in
                state.lag -= lag
                state.failure = nil
            }
        }
    }
}

extension SiteStore {
    /// Makes a database in `folder` that holds what this one holds (SQLite's backup), and opens it.
    func copied(to folder: URL) throws(Refusal) -> SiteStore {
        let url = folder.appending(path: Self.fileName)
        try refused(url) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for ending in ["", "-wal", "-shm"] { unlink(url.path + ending) }
            try database.backup(to: DatabaseQueue(path: url.path))
        }
        return try SiteStore(at: url)
    }
}
