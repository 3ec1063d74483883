import COpenSSL
import AtomicFile
package import ExamModel
package import Foundation

/// Hashes bytes as they come.
package final class DigestStream {
    private let context: OpaquePointer

    /// - Parameter algorithm: OpenSSL's name of one that makes 32 bytes.
    package init(_ algorithm: String = SealingAlgorithms.standard.digest) {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_get_digestbyname(algorithm), nil) == 1
        else {
            preconditionFailure("OpenSSL offers no \(algorithm)")
        }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    package func update(_ data: Data) {
        let isTaken = data.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1 }
        precondition(isTaken, "a digest takes any bytes until it is finished")
    }

    /// The hash of everything so far. The stream takes no more afterwards.
    package func finish() -> Digest {
        var bytes = [UInt8](repeating: 0, count: Digest.byteCount)
        let isFinished = EVP_DigestFinal_ex(context, &bytes, nil) == 1
        precondition(isFinished, "a digest is finished once")
        return Digest(bytes: bytes)
    }
}

extension Digest {
    /// The hash of a file of any size, read in pieces of 1 MiB.
    package static func ofFile(_ url: URL) throws(Refusal) -> Digest {
        let stream = DigestStream()
        do {
            let file = try FileHandle(forReadingFrom: url)
            defer { try? file.close() }
            while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { stream.update(piece) }
        } catch {
            throw Refusal(
                .fileUnreadable, at: Place(file: url.path), "无法读取文件以计算散列值，请检查路径和权限。",
                "The file cannot be read to hash it; check its path and permissions.")
        }
        return stream.finish()
    }
}
