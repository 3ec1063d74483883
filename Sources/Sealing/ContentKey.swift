import COpenSSL
package import ExamModel
package import Foundation

/// 256 secret bits that open an envelope for whoever holds them. The memory is cleansed when the key goes away.
package final class ContentKey: @unchecked Sendable {
    package static let byteCount = 32
    package static let identifierByteCount = 8

    private let bytes: UnsafeMutableRawBufferPointer

    package static func random() throws(Refusal) -> ContentKey {
        let key = ContentKey()
        guard RAND_priv_bytes(key.bytes.baseAddress, Int32(byteCount)) == 1 else { throw .cryptographyFailed() }
        return key
    }

    /// Reads 64 lower-case hexadecimal digits, as `openssl cms -secretkey` takes them.
    package convenience init?(hexadecimal: String) {
        guard var source = Hexadecimal.bytes(of: hexadecimal), source.count == Self.byteCount else { return nil }
        self.init()
        bytes.copyBytes(from: source)
        OPENSSL_cleanse(&source, source.count)
    }

    private init() {
        bytes = .allocate(byteCount: Self.byteCount, alignment: 8)
    }

    deinit {
        OPENSSL_cleanse(bytes.baseAddress, bytes.count)
        bytes.deallocate()
    }

    package var hexadecimal: String { Hexadecimal.text(of: bytes) }

    /// Tells keys apart without giving anything away: the first eight bytes of the key's SHA-256. It stands in the
    /// envelope, and `openssl cms -secretkeyid` asks for it.
    package var identifier: Data { Data(Digest(of: Data(bytes)).bytes.prefix(Self.identifierByteCount)) }

    /// Lends the key and its identifier to a function of OpenSSL that only reads them.
    func withBytes<Result>(
        _ body: (_ key: UnsafeMutablePointer<UInt8>?, _ identifier: [UInt8]) throws(Refusal) -> Result
    ) throws(Refusal) -> Result {
        try body(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), Array(identifier))
    }

    /// Copies of the key and its identifier in OpenSSL's own memory, for CMS to take over.
    func copiesForOpenSSL() throws(Refusal) -> (
        key: UnsafeMutablePointer<UInt8>, identifier: UnsafeMutablePointer<UInt8>
    ) {
        let name = Array(identifier)
        guard let key = CRYPTO_memdup(bytes.baseAddress, bytes.count, nil, 0) else { throw .cryptographyFailed() }
        guard let identifier = CRYPTO_memdup(name, name.count, nil, 0) else {
            CRYPTO_clear_free(key, bytes.count, nil, 0)
            throw .cryptographyFailed()
        }
        return (key.assumingMemoryBound(to: UInt8.self), identifier.assumingMemoryBound(to: UInt8.self))
    }
}

extension ContentKey: Equatable {
    package static func == (left: ContentKey, right: ContentKey) -> Bool {
        CRYPTO_memcmp(left.bytes.baseAddress, right.bytes.baseAddress, byteCount) == 0
    }
}
