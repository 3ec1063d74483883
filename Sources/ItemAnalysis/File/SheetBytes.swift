import AtomicFile
package import ExamModel
package import Foundation
import Glibc

/// A file read piece by piece at given places, by several threads at once. It is never mapped into memory: a file that
/// somebody shortens meanwhile is a refusal, not a crash, and memory stays what the buffers take.
package final class SheetBytes: Sendable {
    package let name: String
    let size: Int
    private let descriptor: Int32

    /// - Throws: `FILE_MISSING`, `FILE_UNREADABLE`.
    package init(_ url: URL) throws(Refusal) {
        name = url.lastPathComponent
        descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(url, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            close(descriptor)
            throw .unreadable(url, errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAFile(url)
        }
        size = Int(status.st_size)
    }

    deinit {
        close(descriptor)
    }

    /// Fills `buffer` from `offset` on. Refused when the file ends before.
    func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(Refusal) {
        var done = 0
        while done < buffer.count {
            let count = pread(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, offset + done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw Refusal(
                    .fileUnreadable, at: Place(file: name), "文件读到一半中断（可能被截短），请重新复制",
                    "the file ends too early; copy it again")
            }
            done += count
        }
    }

    func data(at offset: Int, count: Int) throws(Refusal) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var failure: Refusal?
        bytes.withUnsafeMutableBytes { buffer in
            do throws(Refusal) { try read(buffer, at: offset) } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }
}
