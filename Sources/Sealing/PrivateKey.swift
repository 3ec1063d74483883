import AtomicFile
import COpenSSL
package import ExamModel
package import Foundation

/// The secret half of a certificate: a key on the curve of ``SealingAlgorithms``, kept as PEM of PKCS #8 (RFC 5958)
/// under a passphrase.
package final class PrivateKey: Sendable {
    let handle: Handle
    /// The largest file that is read as a key, in bytes.
    static let byteLimit = 1 << 16

    package static func generate() throws(Refusal) -> PrivateKey {
        PrivateKey(try Handle(kc_generate_ec_key(SealingAlgorithms.standard.curve), EVP_PKEY_free))
    }

    /// A key for ``NationalSignature``.
    package static func generateNational() throws(Refusal) -> PrivateKey {
        PrivateKey(try Handle(kc_generate_key(NationalSignature.algorithms.curve), EVP_PKEY_free))
    }

    /// Reads a key; `passphrase` is not looked at when the key is not encrypted.
    ///
    /// Refuses: PASSPHRASE_NEEDED, WRONG_PASSPHRASE, KEY_UNREADABLE.
    package convenience init(pem: SecretBytes, passphrase: Passphrase? = nil) throws(Refusal) {
        ErrorQueue.clear()
        let isEncrypted = KeyEncryption.isEncrypted(pem)
        if isEncrypted, passphrase == nil { throw .passphraseNeeded() }
        let buffer = try MemoryBuffer(pem)
        guard let pointer = Self.read(buffer, passphrase) else {
            if isEncrypted {
                ErrorQueue.clear()
                throw Refusal(
                    .wrongPassphrase, "密码不对，打不开这把私钥（或密钥文件已损坏）。",
                    "The passphrase is wrong: it does not open this private key (or the file is damaged).")
            }
            throw .openSSL(
                .keyUnreadable, "不是 PEM 格式的私钥，请确认选对了文件。",
                "This is not a private key in PEM; check that it is the right file.")
        }
        try self.init(Handle(pointer, EVP_PKEY_free))
    }

    init(_ handle: Handle) {
        self.handle = handle
    }

    /// The key under `passphrase`, as the openssl command reads it.
    package func pem(under passphrase: Passphrase) throws(Refusal) -> Data {
        try KeyEncryption.pem(of: handle, under: passphrase)
    }

    /// Writes the key under `passphrase`; only the file's owner may read it.
    package func write(to url: URL, under passphrase: Passphrase) throws(Refusal) {
        try AtomicFile.write(pem(under: passphrase), to: url, permissions: 0o600)
    }

    /// Without a callback that answers, OpenSSL would ask at the terminal by itself.
    private static func read(_ buffer: MemoryBuffer, _ passphrase: Passphrase?) -> OpaquePointer? {
        let holder = passphrase.map { Unmanaged.passUnretained($0.bytes).toOpaque() }
        return withExtendedLifetime(passphrase) {
            PEM_read_bio_PrivateKey(
                buffer.bio, nil,
                { target, size, _, holder in
                    guard let target, let holder else { return 0 }
                    let secret = Unmanaged<SecretBytes>.fromOpaque(holder).takeUnretainedValue()
                    guard secret.count <= Int(size) else { return 0 }
                    secret.withBytes { bytes in
                        UnsafeMutableRawPointer(target).copyMemory(
                            from: bytes.baseAddress ?? UnsafeRawPointer(target), byteCount: bytes.count)
                    }
                    return Int32(secret.count)
                }, holder)
        }
    }
}

extension Refusal {
    static func passphraseNeeded() -> Refusal {
        Refusal(
            .passphraseNeeded, "这把私钥有密码保护：请用 --passphrase-file 指定密码文件，或把密码信封放回 keys/slips，或在终端上输入。",
            "This private key needs its passphrase: name a file by --passphrase-file, put the slip back into keys/slips, "
                + "or type it at a terminal.")
    }

    /// The same findings at a place, where they have none.
    package func at(_ place: Place) -> Refusal {
        Refusal(
            findings.map { finding in
                finding.place == Place()
                    ? Finding(finding.severity, finding.code, at: place, finding.message) : finding
            })
    }
}
