import Foundation
import Logging
import Synchronization

/// The accounts as they stand in the file now: it is read again whenever it was exchanged.
final class AccountBook: Sendable {
    private struct Mark: Equatable {
        let inode: UInt64
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    private struct State {
        var mark: Mark?
        var accounts: [Account] = []
    }

    private let file: AccountFile
    private let logger: Logger
    private let state = Mutex(State())

    init(_ file: AccountFile, logger: Logger) {
        self.file = file
        self.logger = logger
    }

    /// Nobody when the file is missing or cannot be read.
    var accounts: [Account] {
        state.withLock { state in
            let mark = currentMark()
            guard mark != state.mark else { return state.accounts }
            state.mark = mark
            do {
                state.accounts = try file.accounts()
            } catch {
                logger.error("\(AccountFile.fileName): \(error)")
                state.accounts = []
            }
            return state.accounts
        }
    }

    private func currentMark() -> Mark? {
        var status = stat()
        guard stat(file.url.path, &status) == 0 else { return nil }
        return Mark(
            inode: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec)
    }
}
