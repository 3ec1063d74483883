package import ExamModel
package import Foundation
import Glibc

/// Whole files, read and written so that a power cut leaves either the old file or the new one.
package enum AtomicFile {
    /// Writes `data` to a temporary name in the same folder, flushes it to the disk, renames it to `url` and flushes
    /// the folder. `permissions` hold whatever the process's umask says.
    package static func write(_ data: Data, to url: URL, permissions: Int = 0o644) throws(Refusal) {
        let temporary = try TemporaryFile(beside: url)
        try temporary.write(data, permissions: permissions)
        try temporary.replace(url)
        try flushFolder(of: url)
    }

    /// The whole of a regular file of at most `limit` bytes.
    package static func read(_ url: URL, limit: Int) throws(Refusal) -> Data {
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(url, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(url, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(url) }
        guard status.st_size <= limit else { throw .tooLarge(url, limit: limit) }
        return try readAll(descriptor, of: url, limit: limit)
    }

    private static func readAll(_ descriptor: Int32, of url: URL, limit: Int) throws(Refusal) -> Data {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(url, errno) }
            guard count > 0 else { return data }
            data.append(contentsOf: buffer[..<count])
            guard data.count <= limit else { throw .tooLarge(url, limit: limit) }
        }
    }

    private static func flushFolder(of url: URL) throws(Refusal) {
        let folder = url.deletingLastPathComponent()
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unwritable(folder, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .unwritable(folder, errno) }
    }
}
