import AtomicFile
import COpenSSL
package import ExamModel
package import Foundation
import Glibc

/// Bytes that nobody else may see: in memory of their own, never copied by Swift, cleansed when they go away, and
/// compared in a time that depends on their number only.
package final class SecretBytes: @unchecked Sendable {
    private let buffer: UnsafeMutableRawBufferPointer
    package let count: Int

    /// Hands out `capacity` zero bytes to be filled; keeps as many as `fill` says.
    init(capacity: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) {
        buffer = .allocate(byteCount: max(capacity, 1), alignment: 8)
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
        count = min(max(fill(buffer), 0), capacity)
    }

    /// Copies bytes that stand elsewhere; whoever put them there cleanses them.
    package convenience init(copying bytes: some Collection<UInt8>) {
        self.init(capacity: bytes.count) { buffer in
            buffer.copyBytes(from: bytes)
            return bytes.count
        }
    }

    /// Reads a regular file of at most `limit` bytes.
    package convenience init(contentsOf url: URL, limit: Int) throws(Refusal) {
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.unreadable(url) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
            throw Self.unreadable(url)
        }
        var failed = false
        self.init(capacity: limit) { buffer in
            var count = 0
            while count < limit {
                let more = read(descriptor, buffer.baseAddress.map { $0 + count }, limit - count)
                if more < 0, errno == EINTR { continue }
                failed = more < 0
                guard more > 0 else { break }
                count += more
            }
            return count
        }
        guard !failed else { throw Self.unreadable(url) }
    }

    deinit {
        OPENSSL_cleanse(buffer.baseAddress, buffer.count)
        buffer.deallocate()
    }

    /// Lends the bytes to a function that only reads them.
    package func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }

    private static func unreadable(_ url: URL) -> Refusal {
        let reason = errno == 0 ? "" : String(cString: strerror(errno))
        return Refusal(
            .secretUnreadable, at: Place(file: url.path), "无法读取这个文件（\(reason)），请检查路径、权限和大小。",
            "The file cannot be read (\(reason)); check its path, permissions and size.")
    }
}

extension SecretBytes: Equatable {
    package static func == (left: SecretBytes, right: SecretBytes) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left.buffer.baseAddress, right.buffer.baseAddress, left.count) == 0
    }
}

extension SecretBytes {
    /// Writes the bytes to a file that only its owner may read, from the moment it is there.
    func write(to url: URL) throws(Refusal) {
        try withBytes { bytes throws(Refusal) in
            guard let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress) else { return }
            try AtomicFile.write(
                Data(bytesNoCopy: start, count: bytes.count, deallocator: .none), to: url, permissions: 0o600)
        }
    }
}
