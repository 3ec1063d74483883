import AtomicFile
import ExamModel
import Foundation
import Ledger
import Sealing

extension Office {
    /// Gives a role to whoever holds a certificate issued elsewhere (`keys import`): the exam's authority certifies the same
    /// key. The certificate and its chain are kept in `keys/imported`, named by the ledger.
    ///
    /// The key is taken in under the passphrase it has; one without gets one as in ``renew(_:generatingPassphrase:)``.
    func importKey(
        _ holder: Holder, certificate: URL, key: URL, chain: URL?, generatingPassphrase: Bool
    ) throws(Refusal) -> URL {
        let stage = try begin(.keysImport, by: witness(of: holder))
        let exam = try folder.readExam()
        let (opened, passphrase) = try foreignKey(holder, key, generatingPassphrase)
        let issued = try Certificate(contentsOf: certificate)
        let issuers = try chain.map { file throws(Refusal) in
            try Certificate.all(inPEM: AtomicFile.read(file, limit: 1 << 20))
        }
        let foreign = try ForeignCertificate(
            certificate: issued, privateKey: opened, chain: issuers ?? [], at: clock())
        let authority = try CertificateAuthority(try keys.credential(of: Holder(.authority)))
        let validity = try foreign.validity(
            from: newValidity().from, within: authority.credential.certificate)
        let made = try authority.issue(
            holder, exam: exam.id, title: exam.title, validity: validity, for: foreign.privateKey)
        let kept = try keep(foreign, of: holder)
        if issuers == nil {
            console.say(
                "没有给出证书链（--chain），签发机构未经核对；证书“\(issued.subject)”的公钥已由本场考试的证书机构认证",
                "no chain was given (--chain), so the issuer was not checked; this exam's authority certifies the key")
        }
        return try replace(holder, by: made, under: passphrase, stage, inputs: [kept])
    }

    private func foreignKey(
        _ holder: Holder, _ file: URL, _ generates: Bool
    ) throws(Refusal) -> (PrivateKey, NewPassphrase) {
        let pem = try SecretBytes(contentsOf: file, limit: 1 << 16)
        do throws(Refusal) {
            if let known = try keys.passphrases.opened(pem, of: holder) {
                return (known.key, NewPassphrase(known.passphrase, isGenerated: false))
            }
            let key = try PrivateKey(pem: pem)
            return (key, try keys.passphrases.newPassphrase(of: holder, generates: generates))
        } catch {
            throw error.at(Place(file: file.path))
        }
    }

    private func keep(_ foreign: ForeignCertificate, of holder: Holder) throws(Refusal) -> URL {
        let target = folder.keys.appending(path: "imported/\(holder.name).pem")
        try folder.makeFolder(target.deletingLastPathComponent(), permissions: 0o700)
        var pem = Data()
        for certificate in [foreign.certificate] + foreign.chain { pem += try certificate.pem() }
        try AtomicFile.write(pem, to: target)
        return target
    }
}
