import AtomicFile
import COpenSSL
package import ExamModel
package import Foundation

/// The secret half of a certificate: a key on the curve of ``SealingAlgorithms``, kept as PEM of PKCS #8 (RFC 5958).
package final class PrivateKey: Sendable {
    let handle: Handle

    package static func generate() throws(Refusal) -> PrivateKey {
        PrivateKey(try Handle(kc_generate_ec_key(SealingAlgorithms.standard.curve), EVP_PKEY_free))
    }

    package convenience init(pem: Data) throws(Refusal) {
        ErrorQueue.clear()
        let buffer = try MemoryBuffer(pem)
        guard let pointer = PEM_read_bio_PrivateKey(buffer.bio, nil, { _, _, _, _ in 0 }, nil) else {
            throw .openSSL(
                .keyUnreadable, "不是 PEM 格式的私钥，请确认选对了文件。",
                "This is not a private key in PEM; check that it is the right file.")
        }
        try self.init(Handle(pointer, EVP_PKEY_free))
    }

    package convenience init(contentsOf url: URL) throws(Refusal) {
        try self.init(pem: AtomicFile.read(url, limit: 1 << 20))
    }

    init(_ handle: Handle) {
        self.handle = handle
    }

    package func pem() throws(Refusal) -> Data {
        let buffer = try MemoryBuffer()
        guard PEM_write_bio_PKCS8PrivateKey(buffer.bio, handle.pointer, nil, nil, 0, nil, nil) == 1 else {
            throw .cryptographyFailed()
        }
        return buffer.contents
    }

    /// Only the file's owner may read it.
    package func write(to url: URL) throws(Refusal) {
        try AtomicFile.write(pem(), to: url, permissions: 0o600)
    }
}
