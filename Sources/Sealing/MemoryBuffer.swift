import COpenSSL
import ExamModel
import Foundation

/// A BIO over memory: how OpenSSL reads and writes. Its bytes are cleansed when it goes away.
final class MemoryBuffer {
    let bio: OpaquePointer

    /// The largest content that is signed or encrypted in one piece, in bytes.
    static let limit = 1 << 30

    /// - Parameter capacity: room for so many bytes, which need not move then.
    init(capacity: Int = 0) throws(Refusal) {
        guard let bio = kc_new_memory_bio() else { throw .cryptographyFailed() }
        self.bio = bio
        guard kc_bio_reserve(bio, capacity) == 1 else { throw .cryptographyFailed() }
    }

    convenience init(_ data: Data) throws(Refusal) {
        try self.init()
        guard data.withUnsafeBytes(write) else { throw .cryptographyFailed() }
    }

    convenience init(_ secret: SecretBytes) throws(Refusal) {
        try self.init()
        guard secret.withBytes(write) else { throw .cryptographyFailed() }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.isEmpty
            || bytes.count <= Self.limit && BIO_write(bio, bytes.baseAddress, Int32(bytes.count)) == bytes.count
    }

    deinit {
        BIO_free_all(bio)
    }

    /// Everything that was written: the bytes where they lie, which are cleansed when nobody has them any more. Nothing
    /// may be written afterwards.
    var contents: Data {
        var bytes: UnsafeMutablePointer<CChar>?
        let count = kc_bio_contents(bio, &bytes)
        guard let bytes, count > 0 else { return Data() }
        return Data(bytesNoCopy: bytes, count: count, deallocator: .custom { _, _ in withExtendedLifetime(self) {} })
    }
}
