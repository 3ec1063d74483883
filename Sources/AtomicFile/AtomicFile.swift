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
        try temporary.flush()
        try temporary.replace(url)
        try flushFolder(of: url)
    }

    /// Writes a file of a folder that nobody reads yet; ``flushAll()`` flushes thousands of them at once.
    package static func writeUnflushed(_ data: Data, to url: URL, permissions: Int = 0o644) throws(Refusal) {
        let temporary = try TemporaryFile(beside: url)
        try temporary.write(data, permissions: permissions)
        try temporary.replace(url)
    }

    /// Flushes everything that was written unflushed, on all disks: on Linux, `sync` waits for it (sync(2)).
    package static func flushAll() {
        sync()
    }

    /// The whole of a regular file of at most `limit` bytes.
    package static func read(_ url: URL, limit: Int) throws(Refusal) -> Data {
        var data = Data()
        try readAll(of: url, limit: limit) { data.append(contentsOf: $0) }
        return data
    }

    /// The same as an array, for what is worked on byte by byte.
    package static func bytes(of url: URL, limit: Int) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        try readAll(of: url, limit: limit, willRead: { bytes.reserveCapacity($0) }) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Refuses what `read` would refuse, without reading it: for files that something else reads piece by piece.
    package static func check(_ url: URL, limit: Int) throws(Refusal) {
        close(try opened(url, limit: limit))
    }

    /// The first bytes of a file, 16 at the most; none when it cannot be read.
    package static func head(of url: URL) -> Data {
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return Data() }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 16)
        return Data(bytes.prefix(max(0, Glibc.read(descriptor, &bytes, bytes.count))))
    }

    private static func opened(_ url: URL, limit: Int) throws(Refusal) -> Int32 {
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(url, errno) }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        let refusal: Refusal? =
            if !isKnown {
                .unreadable(url, errno)
            } else if status.st_mode & S_IFMT != S_IFREG {
                .notAFile(url)
            } else if status.st_size > limit {
                .tooLarge(url, limit: limit)
            } else {
                nil
            }
        if let refusal {
            close(descriptor)
            throw refusal
        }
        return descriptor
    }

    private static func readAll(
        of url: URL, limit: Int, willRead: (Int) -> Void = { _ in }, _ take: (ArraySlice<UInt8>) -> Void
    ) throws(Refusal) {
        let descriptor = try opened(url, limit: limit)
        defer { close(descriptor) }
        var status = stat()
        if fstat(descriptor, &status) == 0 { willRead(Int(status.st_size)) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var total = 0
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(url, errno) }
            guard count > 0 else { return }
            total += count
            guard total <= limit else { throw .tooLarge(url, limit: limit) }
            take(buffer[..<count])
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
