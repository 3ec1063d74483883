import Foundation
import Glibc

/// Bytes that are put behind each other and read again in pieces, for what is too much to hold: beyond a megabyte they
/// lie in a temporary file without a name, which goes away with the process. Where none can be made they stay in memory.
///
/// Unchecked: everything is behind the lock.
package final class ScratchBytes: @unchecked Sendable {
    private let lock = NSLock()
    private var state: State

    /// - Parameter memory: so many bytes are held before a file is made.
    package init(memory: Int = 1 << 20) {
        state = State(memory: memory)
    }

    /// Where the bytes were put, from 0.
    package func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        lock.lock()
        defer { lock.unlock() }
        return state.append(bytes)
    }

    /// `range` lies within bytes that were put there in one piece.
    package func read<Value>(_ range: Range<Int>, _ use: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        lock.lock()
        defer { lock.unlock() }
        return state.read(range, use)
    }
}

extension ScratchBytes {
    private struct State: ~Copyable {
        private static let windowBytes = 8 << 10
        private static let windows = 256

        private let memory: Int
        private var held: [UInt8] = []
        /// How many bytes lie in the file, before those that are held.
        private var written = 0
        private var descriptor: Int32 = -1
        private var mayWrite = true
        /// What was read last of the file, each piece in the place that its position gives it.
        private var cache: UnsafeMutableBufferPointer<UInt8>?
        private var cached: [Int] = []

        init(memory: Int) {
            self.memory = memory
        }

        deinit {
            if descriptor >= 0 { close(descriptor) }
            cache?.deallocate()
        }

        mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
            let position = written + held.count
            held.append(contentsOf: bytes)
            if held.count >= memory, mayWrite { mayWrite = spill() }
            return position
        }

        mutating func read<Value>(_ range: Range<Int>, _ use: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
            if range.lowerBound >= written {
                return held.withUnsafeBufferPointer {
                    use(UnsafeBufferPointer(rebasing: $0[(range.lowerBound - written)..<(range.upperBound - written)]))
                }
            }
            let window = range.lowerBound / Self.windowBytes
            guard !range.isEmpty, (range.upperBound - 1) / Self.windowBytes == window else {
                return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { bytes in
                    fill(bytes, from: range.lowerBound)
                    return use(UnsafeBufferPointer(bytes))
                }
            }
            let piece = slot(of: window)
            let first = range.lowerBound % Self.windowBytes
            return use(UnsafeBufferPointer(rebasing: piece[first..<(first + range.count)]))
        }

        /// The window of the file, read if it is not there.
        private mutating func slot(of window: Int) -> UnsafeBufferPointer<UInt8> {
            let cache = cache ?? .allocate(capacity: Self.windows * Self.windowBytes)
            if cached.isEmpty { cached = [Int](repeating: -1, count: Self.windows) }
            self.cache = cache
            let slot = window % Self.windows
            let start = window * Self.windowBytes
            let bytes = cache[
                (slot * Self.windowBytes)..<(slot * Self.windowBytes + min(Self.windowBytes, written - start))]
            if cached[slot] != window {
                fill(UnsafeMutableBufferPointer(rebasing: bytes), from: start)
                cached[slot] = window
            }
            return UnsafeBufferPointer(rebasing: bytes)
        }

        private func fill(_ bytes: UnsafeMutableBufferPointer<UInt8>, from position: Int) {
            var filled = 0
            while filled < bytes.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[filled...])
                let count = pread(descriptor, rest.baseAddress, rest.count, position + filled)
                if count < 0, errno == EINTR { continue }
                precondition(count > 0, "the temporary file cannot be read any more")
                filled += count
            }
        }

        /// False when there is no file to write to; what is held stays held then.
        private mutating func spill() -> Bool {
            if descriptor < 0 { descriptor = Self.namelessFile() }
            guard descriptor >= 0 else { return false }
            var done = 0
            while done < held.count {
                let count = held.withUnsafeBytes { bytes in
                    pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, written + done)
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            written += held.count
            held.removeAll(keepingCapacity: true)
            // The last window may have been read when it was shorter.
            for slot in cached.indices { cached[slot] = -1 }
            return true
        }

        private static func namelessFile() -> Int32 {
            var template = Array((NSTemporaryDirectory() + "/kaochang-XXXXXX").utf8CString)
            let descriptor = mkstemp(&template)
            guard descriptor >= 0 else { return -1 }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            unlink(template)
            return descriptor
        }
    }
}
