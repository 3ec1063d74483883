import AtomicFile
import ExamModel
import Foundation
import Glibc
import Ledger
import Sealing

extension Office {
    /// Takes a certificate back (`keys revoke`): from now on, or since `since`, what it signs does not count. The holder
    /// has no valid certificate until `keys renew`.
    func revoke(_ holder: Holder, reason: Revocation.Reason, since: String?) throws(Refusal) -> RevocationDocument {
        let stage = try begin(.keysRevoke, by: witness(of: holder))
        let certificate = try keys.certificate(of: holder)
        let date = try since.map { text throws(Refusal) in try pastMoment(text) } ?? nextSecond(after: stage.account)
        let document = try revoke(certificate, of: holder, Revocation(date: date, reason: reason), stage)
        try stage.record(outputs: [keys.revocationFile], note: document.note)
        console.say(
            "已吊销\(holder.title.chinese)的证书（\(reason.name.chinese)），自 \(document.since) 起的签名无效；请运行 kaochang keys renew "
                + "\(holder.name) 换发，并把 keys/\(RevocationList.fileName) 送到各考点",
            "revoked the certificate of the \(holder.title.english); run kaochang keys renew \(holder.name), and take "
                + "keys/\(RevocationList.fileName) to every site")
        while since == nil, clock() < date { usleep(10_000) }
        return document
    }

    /// A new key and certificate for a holder (`keys renew`). The present certificate is revoked as superseded when it is
    /// not revoked already, and kept with its key under `keys/former`: envelopes to it are opened by it.
    func renew(_ holder: Holder, generatingPassphrase: Bool, hosts: [HostName] = []) throws(Refusal) -> URL {
        let stage = try begin(.keysRenew, by: witness(of: holder))
        let exam = try folder.readExam()
        let authority = try CertificateAuthority(try keys.credential(of: Holder(.authority)))
        let passphrase = try keys.passphrases.newPassphrase(of: holder, generates: generatingPassphrase)
        let made = try authority.issue(
            holder, exam: exam.id, title: exam.title, validity: newValidity(),
            for: holder.isNational ? .generateNational() : nil, hosts: hosts)
        return try replace(holder, by: made, under: passphrase, stage)
    }

    /// Puts a holder's certificate and key in the place of the present ones.
    func replace(
        _ holder: Holder, by made: Credential, under passphrase: NewPassphrase, _ stage: Stage, inputs: [URL] = []
    ) throws(Refusal) -> URL {
        let file = keys.certificateFile(of: holder)
        var outputs = [file]
        var note = ["holder": holder.name]
        if FileManager.default.fileExists(atPath: file.path) {
            let former = try keys.certificate(of: holder)
            let superseded = Revocation(date: nextSecond(after: stage.account), reason: .superseded)
            note.merge(try revoke(former, of: holder, superseded, stage).note) { $1 }
            try keys.putAside(holder)
            outputs.append(keys.revocationFile)
        }
        try keys.write(made, of: holder, under: passphrase)
        try stage.record(inputs: inputs, outputs: outputs, note: note)
        console.say(
            "已换发\(holder.title.chinese)的证书：\(folder.name(of: file))；原证书和私钥保存在 keys/former。已封未启的试卷请重新封卷",
            "the \(holder.title.english) has a new certificate; the former one is in keys/former. Seal again what is sealed "
                + "and not released")
        sayWhatToHandOver()
        return file
    }

    /// Nobody vouches for a change of his own key: the office's is witnessed by supervision, all others by the office.
    func witness(of holder: Holder) throws(Refusal) -> Purpose {
        guard holder.purpose != .authority else {
            throw Refusal(
                .authorityStays, "考试证书机构的证书不能吊销或换发：本场考试的一切都以它为准。确要更换，请另建考试文件夹",
                "the authority's own certificate stays: everything rests on it; start over in a new folder")
        }
        return holder.purpose == .office ? .supervision : .office
    }

    /// Times have whole seconds, and what was signed until now stays good: the second after the last line of the ledger.
    private func nextSecond(after account: Account) -> Date {
        let now = Date(timeIntervalSince1970: clock().timeIntervalSince1970.rounded(.down))
        return max(now, account.lastTime.addingTimeInterval(1))
    }

    private func pastMoment(_ text: String) throws(Refusal) -> Date {
        let date = try moment(text)
        guard date <= clock() else {
            throw Refusal(
                .badMoment, "吊销的起始时间不能在将来，这里是 \(date.ISO8601Format())", "a certificate cannot be revoked in the future"
            )
        }
        return date
    }

    /// Writes the list that names `certificate`. One that stands there without a line in the ledger (the machine died in
    /// between) is taken as it is.
    private func revoke(
        _ certificate: Certificate, of holder: Holder, _ revocation: Revocation, _ stage: Stage
    ) throws(Refusal) -> RevocationDocument {
        let present = try keys.revocations()
        if let present, let known = present.revocation(of: certificate) {
            guard revocation.reason == .superseded || stage.account.revocationList < present.number else {
                throw CertificateAuthority.alreadyRevoked(certificate, known)
            }
            return RevocationDocument(holder, certificate, known, in: present)
        }
        let authority = try CertificateAuthority(try keys.credential(of: Holder(.authority)))
        let list = try authority.revoke(certificate, revocation, after: present, at: clock())
        try AtomicFile.write(list.pem(), to: keys.revocationFile)
        return RevocationDocument(holder, certificate, revocation, in: list)
    }
}

extension FindingCode {
    static let authorityStays: FindingCode = "AUTHORITY_STAYS"
    static let badMoment: FindingCode = "BAD_MOMENT"
}
