import COpenSSL
package import ExamModel
import Foundation

/// What is kept of a person's password: scrypt (RFC 7914) with the cost that ``KeyEncryption`` uses, and a random salt.
package struct PasswordHash: Hashable, Sendable, Codable {
    private let cost: UInt64
    private let blockSize: UInt64
    private let parallelism: UInt64
    /// In hexadecimal.
    private let salt: String
    /// In hexadecimal.
    private let hash: String

    private static let saltByteCount = 16
    private static let hashByteCount = 32
    /// 128 · N · r bytes and what else OpenSSL needs.
    private static let memoryLimit: UInt64 = 64 << 20

    package init(_ password: SecretBytes) throws(Refusal) {
        cost = KeyEncryption.cost
        blockSize = KeyEncryption.blockSize
        parallelism = KeyEncryption.parallelism
        let salt = [UInt8](try Randomness.bytes(Self.saltByteCount))
        self.salt = Hexadecimal.text(of: salt)
        let derived = try Self.derive(password, salt, cost, blockSize, parallelism)
        hash = Hexadecimal.text(of: derived)
    }

    package init(_ passphrase: Passphrase) throws(Refusal) {
        try self.init(passphrase.bytes)
    }

    /// Takes a tenth of a second; compares in constant time.
    package func matches(_ password: SecretBytes) -> Bool {
        guard let salt = Hexadecimal.bytes(of: salt), let known = Hexadecimal.bytes(of: hash),
            let derived = try? Self.derive(password, [UInt8](salt), cost, blockSize, parallelism)
        else { return false }
        return SecretBytes(copying: known) == SecretBytes(copying: derived)
    }

    private static func derive(
        _ password: SecretBytes, _ salt: [UInt8], _ cost: UInt64, _ blockSize: UInt64, _ parallelism: UInt64
    ) throws(Refusal) -> [UInt8] {
        var derived = [UInt8](repeating: 0, count: hashByteCount)
        let result = password.withBytes { bytes in
            EVP_PBE_scrypt(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, salt, salt.count, cost, blockSize,
                parallelism, memoryLimit, &derived, derived.count)
        }
        guard result == 1 else { throw .cryptographyFailed() }
        return derived
    }
}
