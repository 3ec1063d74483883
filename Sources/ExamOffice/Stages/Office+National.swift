import AtomicFile
import CanonicalJSON
import ExamModel
import ExamPackage
import Foundation
import Ledger
import Sealing

extension Office {
    /// Who may sign with SM2.
    static let nationalRoles: [Purpose] = [.office, .supervision]

    /// Makes SM2 keys for office and supervision, certified by the exam's authority (`keys national`). Returns the
    /// certificates. Refused when there are some already: KEYS_EXIST.
    func makeNationalKeys(generatingPassphrases: Bool) throws(Refusal) -> [URL] {
        let stage = try begin(.keysNational)
        let holders = Self.nationalRoles.map(Holder.national)
        for holder in holders where FileManager.default.fileExists(atPath: keys.certificateFile(of: holder).path) {
            throw Refusal(
                .keysExist, at: Place(file: folder.name(of: keys.certificateFile(of: holder))), "国密密钥已经建立",
                "the SM2 keys were made already")
        }
        let exam = try folder.readExam()
        let authority = try CertificateAuthority(keys.credential(of: Holder(.authority)))
        for holder in holders {
            let passphrase = try keys.passphrases.newPassphrase(of: holder, generates: generatingPassphrases)
            let made = try authority.issue(
                holder, exam: exam.id, title: exam.title, validity: newValidity(), for: .generateNational())
            try keys.write(made, of: holder, under: passphrase)
        }
        let files = holders.map(keys.certificateFile)
        try stage.record(outputs: files)
        console.say(
            "已建立考务组、监督组的 SM2 密钥；封卷等大事之后各自运行 kaochang audit countersign --as office（supervision）",
            "made SM2 keys for office and supervision; after the seal and later each runs kaochang audit countersign --as …"
        )
        sayWhatToHandOver()
        return files
    }

    /// Signs the ledger as it stands, and the sealed paper, with SM2 over SM3 (`audit countersign`).
    func countersign(as role: Purpose) throws(Refusal) -> NationalStatement {
        let stage = try begin(.countersign, by: role)
        let signer = try keys.credential(of: .national(role))
        let lines = stage.account.lines
        let statement = NationalStatement(
            format: NationalStatement.format, version: NationalStatement.version,
            algorithms: NationalSignature.algorithms, exam: try folder.readExam().id, actor: role,
            created: Date(timeIntervalSince1970: clock().timeIntervalSince1970.rounded(.down)), lines: lines.count,
            ledgerSm3: try NationalChain.head(of: lines),
            paperSm3: stage.account.has(.paperSeal) ? try paperSm3() : nil)
        let file = folder.statement(lines.count + 1, by: role)
        let data = try CanonicalJSON.encode(statement)
        try folder.makeFolder(file.deletingLastPathComponent())
        try AtomicFile.write(data, to: file)
        try AtomicFile.write(
            NationalSignature.sign(data, by: signer), to: folder.nationalSignature(of: file))
        try stage.record(outputs: [file, folder.nationalSignature(of: file)])
        console.say(
            "\(role.name.chinese)已用 SM2 签署账本前 \(lines.count) 行：\(folder.name(of: file))",
            "the \(role.name.english) signed \(lines.count) lines of the ledger with SM2: \(folder.name(of: file))")
        return statement
    }

    func paperSm3() throws(Refusal) -> Digest {
        Digest.sm3(of: try CanonicalJSON.encode(PaperPackage.open(folder.paper, trusting: try trust()).manifest))
    }
}
