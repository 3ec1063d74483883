import ExamModel
import Foundation
import Ledger
import Sealing

extension Office {
    /// How long the certificates of an exam hold: long enough for appeals and the archive.
    private static let validYears = 5.0

    /// Makes the exam's authority and a certificate for everybody (`keys init`), and returns the certificates. Refused when
    /// there are keys, a ledger or a sealed paper already: new keys would make everything sealed so far unreadable.
    ///
    /// - Parameters:
    ///   - generatingPassphrases: asks nobody for passphrases; each is generated and written on a slip.
    ///   - hosts: where sites' servers answer, for browsers that check it.
    func initKeys(generatingPassphrases: Bool, hosts: [HostName] = []) throws(Refusal) -> [URL] {
        let exam = try folder.readExam()
        let holders = Self.holders(of: exam)
        try makeKeys(of: exam, holders, generatingPassphrases: generatingPassphrases, hosts)
        let certificates = holders.map(keys.certificateFile)
        do {
            try begin(.keysInit).record(outputs: certificates)
        } catch {
            try? FileManager.default.removeItem(at: folder.keys)
            throw error
        }
        console.say(
            "已建立考试证书机构和 \(holders.count - 1) 张证书：\(holders.map(\.title.chinese).joined(separator: "、"))",
            "made the exam's authority and \(holders.count - 1) certificates")
        sayWhatToHandOver()
        return certificates
    }

    /// Everybody at this exam who has a certificate, the authority first.
    static func holders(of exam: Exam) -> [Holder] {
        [Holder(.authority), Holder(.office), Holder(.supervision)] + Holder.all(.site, at: exam.sites)
            + [Holder(.grading)] + Holder.all(.terminal, at: exam.terminalClasses)
    }

    private func makeKeys(
        of exam: Exam, _ holders: [Holder], generatingPassphrases: Bool, _ hosts: [HostName]
    ) throws(Refusal) {
        let lock = try FolderLock(folder)
        defer { withExtendedLifetime(lock) {} }
        for file in [folder.keys, folder.ledger, folder.paper] where FileManager.default.fileExists(atPath: file.path) {
            throw Refusal(
                .keysExist, at: Place(file: folder.name(of: file)), "密钥已经建立；重新建立会使已封的试卷打不开。确要重来，请另建考试文件夹",
                "the keys were made already, and new ones would not open what is sealed; start over in a new folder")
        }
        var passphrases: [Holder: NewPassphrase] = [:]
        for holder in holders {
            passphrases[holder] = try keys.passphrases.newPassphrase(of: holder, generates: generatingPassphrases)
        }
        try writeKeys(of: exam, passphrases, hosts)
    }

    /// Makes the folder under another name and renames it, so that there are all keys or none.
    private func writeKeys(
        of exam: Exam, _ passphrases: [Holder: NewPassphrase], _ hosts: [HostName]
    ) throws(Refusal) {
        let partial = folder.url.appending(path: ".keys-\(UUID())", directoryHint: .isDirectory)
        try folder.makeFolder(partial, permissions: 0o700)
        defer { try? FileManager.default.removeItem(at: partial) }
        let made = KeyFolder(partial, warn: { _ in })
        let authority = try CertificateAuthority.make(exam: exam.id, title: exam.title, validity: newValidity())
        for (holder, passphrase) in passphrases {
            let credential =
                holder.purpose == .authority
                ? authority.credential
                : try authority.issue(
                    holder, exam: exam.id, title: exam.title, validity: newValidity(), hosts: hosts)
            try made.write(credential, of: holder, under: passphrase)
            keys.remember(credential)
        }
        do {
            try FileManager.default.moveItem(at: partial, to: folder.keys)
        } catch {
            throw Refusal(
                .folderUnwritable, at: Place(file: folder.keys.path), "无法写入密钥文件夹：\(error.localizedDescription)",
                "the keys folder cannot be written: \(error.localizedDescription)")
        }
    }

    /// From an hour ago, since the clocks of several machines differ.
    func newValidity() -> Validity {
        let now = clock()
        return Validity(
            from: now.addingTimeInterval(-3600), until: now.addingTimeInterval(Self.validYears * 365.25 * 86_400))
    }

    /// Reminds of slips that lie beside the keys which they open.
    func sayWhatToHandOver() {
        let holders = keys.holdersWithSlips
        guard !holders.isEmpty else { return }
        let names = holders.map(\.name).joined(separator: "、")
        console.say(
            "密码信封在 \(folder.name(of: keys.slips))/：\(names)。请把每个角色的 .key 和密码信封当面交给责任人，再从这里删除；"
                + "信封和私钥同在一处时，谁拿到这个文件夹谁就能代表该角色",
            "passphrase slips lie in \(folder.name(of: keys.slips))/ (\(names)): hand each .key and its slip to whoever answers "
                + "for the role, then remove them here; whoever has both can act for the role")
    }

    /// What everything in this exam is checked against.
    func trust() throws(Refusal) -> Trust {
        try keys.trust()
    }

    func certificate(of purpose: Purpose) throws(Refusal) -> Certificate {
        try keys.certificate(of: Holder(purpose))
    }

    /// What it takes to act in a role today. Refused when the certificate is not valid now, or was revoked.
    func credential(of purpose: Purpose) throws(Refusal) -> Credential {
        let holder = Holder(purpose)
        do throws(Refusal) {
            try keys.certificate(of: holder).verify(trusting: try trust(), as: purpose, at: clock())
        } catch {
            throw error.at(Place(file: folder.name(of: keys.certificateFile(of: holder))))
        }
        return try keys.credential(of: holder)
    }
}

extension FindingCode {
    static let keysExist: FindingCode = "KEYS_EXIST"
}
