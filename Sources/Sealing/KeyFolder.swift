import AtomicFile
package import ExamModel
package import Foundation
import Synchronization

/// A folder of certificates and private keys: `<holder>.pem`, `<holder>.key`, the authority's revocation list, slips with
/// passphrases that wait to be handed over (`slips/<holder>.txt`), and what was replaced (`former/`).
package final class KeyFolder: Sendable {
    package let url: URL
    package let passphrases: PassphraseSource
    private let warn: @Sendable (Finding) -> Void
    /// Opening a key takes a tenth of a second and may ask somebody: each is opened once.
    private let opened = Mutex<[Digest: PrivateKey]>([:])

    package init(
        _ url: URL, passphrases: PassphraseSource = PassphraseSource(), warn: @escaping @Sendable (Finding) -> Void
    ) {
        self.url = url
        self.passphrases = passphrases
        self.warn = warn
    }

    package func certificateFile(of holder: Holder) -> URL { url.appending(path: "\(holder.name).pem") }
    package func keyFile(of holder: Holder) -> URL { url.appending(path: "\(holder.name).key") }
    package func slip(of holder: Holder) -> URL { slips.appending(path: "\(holder.name).txt") }

    /// Whether the key of a holder is here and opens without anybody being asked.
    package func knowsPassphrase(of holder: Holder) -> Bool {
        let manager = FileManager.default
        return manager.fileExists(atPath: keyFile(of: holder).path)
            && (passphrases.file(for: holder) != nil || manager.fileExists(atPath: slip(of: holder).path))
    }
    package var slips: URL { url.appending(path: "slips", directoryHint: .isDirectory) }
    package var former: URL { url.appending(path: "former", directoryHint: .isDirectory) }
    package var revocationFile: URL { url.appending(path: RevocationList.fileName) }

    /// What everything is checked against. Refuses: CERTIFICATE_MISSING, REVOCATIONS_UNTRUSTED.
    package func trust() throws(Refusal) -> Trust {
        let authority = try certificate(of: Holder(.authority))
        guard let list = try revocations() else { return Trust(authority) }
        return try Trust(authority, revocations: list)
    }

    /// Nil when nothing was ever revoked.
    package func revocations() throws(Refusal) -> RevocationList? {
        guard FileManager.default.fileExists(atPath: revocationFile.path) else { return nil }
        return try RevocationList(contentsOf: revocationFile)
    }

    package func certificate(of holder: Holder) throws(Refusal) -> Certificate {
        let file = certificateFile(of: holder)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw Refusal(
                .certificateMissing, at: Place(file: file.path),
                "缺少\(holder.title.chinese)的证书，请先运行 kaochang keys init，或把它放回 keys 文件夹",
                "the certificate of the \(holder.title.english) is missing; run kaochang keys init, or put it back into keys"
            )
        }
        do throws(Refusal) {
            return try Certificate(contentsOf: file)
        } catch {
            throw error.at(Place(file: file.path))
        }
    }

    /// The certificate with its private key, opened by the passphrase that is found.
    ///
    /// Refuses: CERTIFICATE_MISSING, KEY_MISSING, KEY_UNREADABLE, KEY_MISMATCH, CERTIFICATE_WRONG_PURPOSE,
    /// PASSPHRASE_NEEDED, WRONG_PASSPHRASE.
    package func credential(of holder: Holder) throws(Refusal) -> Credential {
        let certificate = try certificate(of: holder)
        let credential = try credential(of: holder, with: certificate, keyIn: keyFile(of: holder))
        guard credential.purpose == holder.purpose else {
            throw Refusal(
                .certificateWrongPurpose, at: Place(file: certificateFile(of: holder).path),
                "证书“\(certificate.subject)”不是\(holder.title.chinese)的证书，请检查文件是否放错。",
                "The certificate \"\(certificate.subject)\" is not that of the \(holder.title.english); check the files."
            )
        }
        return credential
    }

    /// What opens envelopes to `certificate`: the holder's present key or one that was replaced.
    package func credential(of holder: Holder, for certificate: Certificate) throws(Refusal) -> Credential {
        if let present = try? self.certificate(of: holder), present == certificate {
            return try credential(of: holder)
        }
        let file = formerFolder(of: certificate).appending(path: keyFile(of: holder).lastPathComponent)
        guard FileManager.default.fileExists(atPath: file.path) else { return try credential(of: holder) }
        return try credential(of: holder, with: certificate, keyIn: file)
    }

    /// Where a replaced certificate is kept with its key: `former/<first 16 digits of its fingerprint>`.
    package func formerFolder(of certificate: Certificate) -> URL {
        former.appending(path: String(certificate.fingerprint.description.prefix(16)), directoryHint: .isDirectory)
    }

    private func credential(
        of holder: Holder, with certificate: Certificate, keyIn file: URL
    ) throws(Refusal) -> Credential {
        if let key = opened.withLock({ $0[certificate.fingerprint] }) {
            return try Credential(certificate: certificate, privateKey: key)
        }
        do throws(Refusal) {
            let key = try privateKey(of: holder, in: file)
            let credential = try Credential(certificate: certificate, privateKey: key)
            remember(credential)
            return credential
        } catch {
            throw error.at(Place(file: file.path))
        }
    }

    private func privateKey(of holder: Holder, in file: URL) throws(Refusal) -> PrivateKey {
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw Refusal(
                .keyMissing, "缺少\(holder.title.chinese)的私钥，请由责任人把它放回 keys 文件夹（尚未建立的，先运行 kaochang keys init）",
                "the private key of the \(holder.title.english) is missing; whoever keeps it puts it back into keys "
                    + "(if there are none yet, run kaochang keys init)")
        }
        let pem = try SecretBytes(contentsOf: file, limit: PrivateKey.byteLimit)
        guard KeyEncryption.isEncrypted(pem) else {
            let key = try PrivateKey(pem: pem)
            warn(Self.unprotected(file, holder))
            return key
        }
        return try passphrases.open(pem, of: holder, slip: slip(of: holder))
    }

    /// Keeps the key of `credential` open for this process.
    package func remember(_ credential: Credential) {
        opened.withLock { $0[credential.certificate.fingerprint] = credential.privateKey }
    }

    private static func unprotected(_ file: URL, _ holder: Holder) -> Finding {
        Finding(
            .warning, .keyUnprotected, at: Place(file: file.path),
            Bilingual(
                "这把私钥没有密码保护，请运行 kaochang keys passphrase \(holder.name) 加上密码",
                "this private key has no passphrase; give it one by kaochang keys passphrase \(holder.name)"))
    }
}
