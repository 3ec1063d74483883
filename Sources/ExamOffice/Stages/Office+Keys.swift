import ExamModel
import Foundation
import Sealing

extension Office {
    /// How long the certificates of an exam hold: long enough for appeals and the archive.
    private static let validYears = 5.0

    /// Makes the exam's authority and a certificate for each role (`keys init`), and returns the certificates. Refused
    /// when there are keys, a ledger or a sealed paper already: new keys would make everything sealed so far unreadable.
    func initKeys() throws(Refusal) -> [URL] {
        try makeKeys(of: try folder.readExam())
        let certificates = Purpose.allCases.map { folder.keys.appending(path: Credential.certificateName(of: $0)) }
        do {
            try begin(.keysInit).record(outputs: certificates)
        } catch {
            try? FileManager.default.removeItem(at: folder.keys)
            throw error
        }
        console.say(
            "已建立考试证书机构和 \(Purpose.allCases.count - 1) 个角色的证书：\(Purpose.allCases.map(\.name.chinese).joined(separator: "、"))",
            "made the exam's authority and \(Purpose.allCases.count - 1) certificates")
        return certificates
    }

    private func makeKeys(of exam: Exam) throws(Refusal) {
        let lock = try FolderLock(folder)
        defer { withExtendedLifetime(lock) {} }
        for file in [folder.keys, folder.ledger, folder.paper] where FileManager.default.fileExists(atPath: file.path) {
            throw Refusal(
                .keysExist, at: Place(file: folder.name(of: file)), "密钥已经建立；重新建立会使已封的试卷打不开。确要重来，请另建考试文件夹",
                "the keys were made already, and new ones would not open what is sealed; start over in a new folder")
        }
        let now = clock()
        let validity = Validity(
            from: now.addingTimeInterval(-3600), until: now.addingTimeInterval(Self.validYears * 365.25 * 86_400))
        try writeKeys(of: exam, validity)
    }

    /// Makes the folder under another name and renames it, so that there are all keys or none.
    private func writeKeys(of exam: Exam, _ validity: Validity) throws(Refusal) {
        let partial = folder.url.appending(path: ".keys-\(UUID())", directoryHint: .isDirectory)
        try folder.makeFolder(partial, permissions: 0o700)
        defer { try? FileManager.default.removeItem(at: partial) }
        let authority = try CertificateAuthority.make(exam: exam.id, title: exam.title, validity: validity)
        try authority.credential.write(to: partial)
        for purpose in Purpose.allCases where purpose != .authority {
            try authority.issue(purpose, exam: exam.id, title: exam.title, validity: validity).write(to: partial)
        }
        do {
            try FileManager.default.moveItem(at: partial, to: folder.keys)
        } catch {
            throw Refusal(
                .folderUnwritable, at: Place(file: folder.keys.path), "无法写入密钥文件夹：\(error.localizedDescription)",
                "the keys folder cannot be written: \(error.localizedDescription)")
        }
    }

    /// What everything in this exam is checked against.
    func trust() throws(Refusal) -> Trust {
        _ = try keyFile(Credential.certificateName(of: .authority))
        return try Trust(in: folder.keys)
    }

    func certificate(of purpose: Purpose) throws(Refusal) -> Certificate {
        try Certificate(contentsOf: try keyFile(Credential.certificateName(of: purpose)))
    }

    func credential(of purpose: Purpose) throws(Refusal) -> Credential {
        _ = try keyFile(Credential.keyName(of: purpose))
        return try Credential(purpose, in: folder.keys)
    }

    private func keyFile(_ name: String) throws(Refusal) -> URL {
        let file = folder.keys.appending(path: name)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw Refusal(
                .keyMissing, at: Place(file: folder.name(of: file)), "缺少这个证书或密钥，请先运行 kaochang keys init，或把它放回 keys 文件夹",
                "this certificate or key is missing; run kaochang keys init, or put it back into the keys folder")
        }
        return file
    }
}

extension FindingCode {
    static let keysExist: FindingCode = "KEYS_EXIST"
    static let keyMissing: FindingCode = "KEY_MISSING"
}
