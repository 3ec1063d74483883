import AtomicFile
import ExamModel
import Foundation
import Glibc

/// A file that one process at a time appends to, under an advisory lock (`flock`).
final class LockedFile {
    private let descriptor: Int32
    private let url: URL

    /// Opens or makes the file and waits for the lock.
    init(_ url: URL) throws(Refusal) {
        descriptor = open(url.path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.unwritable(url) }
        self.url = url
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw Self.unwritable(url) }
        }
    }

    deinit {
        close(descriptor)
    }

    /// Adds `data` and flushes it to the disk; takes it back when there is no room for all of it.
    func append(_ data: Data) throws(Refusal) {
        let end = lseek(descriptor, 0, SEEK_END)
        guard end >= 0 else { throw Self.unwritable(url) }
        guard write(data), fsync(descriptor) == 0, end > 0 || flushFolder() else {
            let refusal = Self.unwritable(url)
            ftruncate(descriptor, end)
            throw refusal
        }
    }

    private func write(_ data: Data) -> Bool {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// A new file lasts only when its folder is flushed too.
    private func flushFolder() -> Bool {
        let folder = open(url.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return fsync(folder) == 0
    }

    private static func unwritable(_ url: URL) -> Refusal {
        let reason = String(cString: strerror(errno))
        return Refusal(
            .fileUnwritable, at: Place(file: url.path), "账本无法写入（\(reason)），请检查文件夹、权限和磁盘空间。",
            "The ledger cannot be written (\(reason)); check the folder, its permissions and the space left.")
    }
}
