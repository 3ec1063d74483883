import ExamModel
package import Foundation

/// A SHA-256 hash (FIPS 180-4), or where it is said so one of SM3 (GB/T 32905), written as 64 lower-case hexadecimal digits.
package struct Digest: Hashable, Sendable, TextCodable {
    package static let byteCount = 32

    /// What stands where there is nothing to hash yet, such as before a ledger's first line.
    package static let zero = Digest(bytes: [UInt8](repeating: 0, count: byteCount))

    package let bytes: [UInt8]

    package init(of data: Data) {
        let stream = DigestStream()
        stream.update(data)
        self = stream.finish()
    }

    /// The SM3 hash.
    package static func sm3(of data: Data) -> Digest {
        let stream = DigestStream(NationalSignature.algorithms.digest)
        stream.update(data)
        return stream.finish()
    }

    package init?(text: String) {
        guard let bytes = Hexadecimal.bytes(of: text), bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package var description: String { Hexadecimal.text(of: bytes) }
}
