import COpenSSL
import ExamModel
import Foundation

/// A detached signature that was checked in full, as a measure for others by the same signer: they differ from it in
/// the signing time, the content's hash and the signature value, and in nothing else.
///
/// The tail of every such message is (RFC 5652, 5.3; lengths in bytes): signed attributes in an element `[0]` (2), which
/// are content type (26), signing time (17 + 13) and message digest (17 + 32) in the order of DER; the signature algorithm
/// (12); the signature value (2 + its length).
struct SignatureTemplate: Sendable {
    let signer: Certificate
    private let der: [UInt8]
    private let tail: Int

    private static let attributes = 0..<107
    private static let time = 45..<58
    private static let digest = 75..<107
    private static let value = 121
    private static let start: [UInt8] = [0xA0, 0x69]
    /// Of the attribute message digest, up to its 32 bytes.
    private static let digestHeader: [UInt8] = [
        0x30, 0x2F, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04, 0x31, 0x22, 0x04, 0x20,
    ]

    /// Nil when a message is not built like this, such as one whose signing time is after 2049.
    init?(_ message: Data, by signer: Certificate) {
        let der = [UInt8](message)
        // The signature value of a curve of 256 bits is as long as this, and its length stands before it.
        let lengths = (64...72).filter {
            der.count > $0 + Self.value && der[der.count - $0 - 2..<der.count - $0] == [0x04, UInt8($0)]
        }
        let tails = lengths.map { der.count - $0 - Self.value }.filter { tail in
            der[tail..<tail + 2] == Self.start[...]
                && der[tail + Self.digest.lowerBound - Self.digestHeader.count..<tail + Self.digest.lowerBound]
                    == Self.digestHeader[...]
        }
        guard tails.count == 1 else { return nil }
        self.der = der
        self.signer = signer
        tail = tails[0]
    }

    /// Whether `signature` is built in the same way, stands for content with this hash, and holds.
    func verifies(_ signature: Data, over content: Digest) -> Bool {
        guard signature.count == der.count else { return false }
        return signature.withUnsafeBytes { bytes in
            let isBuiltAlike = der.withUnsafeBytes { mine in
                fixed.allSatisfy { Self.areEqual(mine, UnsafeRawBufferPointer(bytes), in: $0) }
            }
            let stated = bytes[tail + Self.digest.lowerBound..<tail + Self.digest.upperBound]
            return isBuiltAlike && stated.elementsEqual(content.bytes) && holds(bytes)
        }
    }

    /// What is the same in all messages by the signer with a signature value of this length.
    private var fixed: [Range<Int>] {
        [
            0..<tail + Self.time.lowerBound, tail + Self.time.upperBound..<tail + Self.digest.lowerBound,
            tail + Self.digest.upperBound..<tail + Self.value,
        ]
    }

    private static func areEqual(
        _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, in range: Range<Int>
    ) -> Bool {
        guard let left = left.baseAddress, let right = right.baseAddress else { return false }
        return memcmp(left + range.lowerBound, right + range.lowerBound, range.count) == 0
    }

    /// Whether the signature value fits the signed attributes, which are signed as a SET (RFC 5652, 5.4).
    private func holds(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var attributes = Array(bytes[tail + Self.attributes.lowerBound..<tail + Self.attributes.upperBound])
        attributes[0] = 0x31
        let value = Array(bytes[(tail + Self.value)...])
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        let digest = EVP_get_digestbyname(SealingAlgorithms.standard.digest)
        let key = X509_get0_pubkey(signer.handle.pointer)
        defer { ErrorQueue.clear() }
        return EVP_DigestVerifyInit(context, nil, digest, nil, key) == 1
            && EVP_DigestVerify(context, value, value.count, attributes, attributes.count) == 1
    }
}
