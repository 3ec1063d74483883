import COpenSSL
import ExamModel
import Foundation

/// A BIO over memory: how OpenSSL reads and writes. Its bytes are cleansed when it goes away.
final class MemoryBuffer {
    let bio: OpaquePointer

    /// The largest content that is signed or encrypted in one piece, in bytes.
    static let limit = 1 << 30

    init(_ data: Data = Data()) throws(Refusal) {
        guard data.count <= Self.limit, let bio = kc_new_memory_bio() else { throw .cryptographyFailed() }
        self.bio = bio
        guard !data.isEmpty else { return }
        let count = data.withUnsafeBytes { BIO_write(bio, $0.baseAddress, Int32($0.count)) }
        guard count == data.count else { throw .cryptographyFailed() }
    }

    deinit {
        BIO_free_all(bio)
    }

    var contents: Data {
        var bytes: UnsafeMutablePointer<CChar>?
        let count = kc_bio_contents(bio, &bytes)
        guard let bytes, count > 0 else { return Data() }
        return Data(bytes: bytes, count: count)
    }
}
