import COpenSSL
import ExamModel
import Foundation

/// How private keys are kept: PKCS #8 under PBES2 (RFC 8018) with scrypt (RFC 7914) and AES-256-CBC.
///
/// N = 2¹⁴, r = 8, p = 5 is one of the settings of equal strength that OWASP's Password Storage Cheat Sheet names. The
/// others need 32 MiB and more, which is where the openssl command stops; this one needs 16 MiB and any openssl opens it.
enum KeyEncryption {
    static let cost: UInt64 = 1 << 14
    static let blockSize: UInt64 = 8
    static let parallelism: UInt64 = 5
    private static let saltByteCount = 16
    private static let cipher = "aes-256-cbc"

    /// PEM, `ENCRYPTED PRIVATE KEY`.
    static func pem(of key: Handle, under passphrase: Passphrase) throws(Refusal) -> Data {
        ErrorQueue.clear()
        let plain = try Handle(EVP_PKEY2PKCS8(key.pointer), PKCS8_PRIV_KEY_INFO_free)
        var salt = [UInt8](repeating: 0, count: saltByteCount)
        guard RAND_bytes(&salt, Int32(salt.count)) == 1 else { throw .cryptographyFailed() }
        let scheme = PKCS5_pbe2_set_scrypt(
            EVP_get_cipherbyname(cipher), salt, Int32(salt.count), nil, cost, blockSize, parallelism)
        guard let scheme else { throw .cryptographyFailed() }
        let encrypted = passphrase.bytes.withBytes { bytes in
            let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            return PKCS8_set0_pbe(text, Int32(bytes.count), plain.pointer, scheme)
        }
        guard let encrypted else {
            X509_ALGOR_free(scheme)
            throw .cryptographyFailed()
        }
        let message = try Handle(encrypted, X509_SIG_free)
        let buffer = try MemoryBuffer()
        guard PEM_write_bio_PKCS8(buffer.bio, message.pointer) == 1 else { throw .cryptographyFailed() }
        return buffer.contents
    }

    /// Whether a key's file in PEM asks for a passphrase.
    static func isEncrypted(_ pem: SecretBytes) -> Bool {
        pem.withBytes { bytes in
            guard let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress) else { return false }
            let text = Data(bytesNoCopy: start, count: bytes.count, deallocator: .none)
            return ["-----BEGIN ENCRYPTED PRIVATE KEY-----", "Proc-Type: 4,ENCRYPTED"].contains {
                text.range(of: Data($0.utf8)) != nil
            }
        }
    }
}
