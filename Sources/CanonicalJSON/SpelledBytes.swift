import Foundation

/// Bytes that grow at their end and become a `Data` without being copied.
struct SpelledBytes: ~Copyable {
    private(set) var count = 0
    private var capacity = 0
    private var memory: UnsafeMutableRawPointer?

    deinit {
        free(memory)
    }

    /// Everything that was written; nothing is there afterwards.
    mutating func takeData() -> Data {
        guard let memory else { return Data() }
        let data = Data(bytesNoCopy: memory, count: count, deallocator: .free)
        (self.memory, count, capacity) = (nil, 0, 0)
        return data
    }

    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        memory?.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        if count + bytes.count > capacity { grow(by: bytes.count) }
        memory?.advanced(by: count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: memory?.advanced(by: range.lowerBound).assumingMemoryBound(to: UInt8.self), count: range.count)
    }

    mutating func remove(from position: Int) {
        count = position
    }

    private mutating func grow(by more: Int) {
        capacity = max(count + more, capacity * 2, 256)
        memory = realloc(memory, capacity)
        precondition(memory != nil, "out of memory")
    }
}
