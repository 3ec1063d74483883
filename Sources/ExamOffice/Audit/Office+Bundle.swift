import AtomicFile
import CanonicalJSON
import ExamModel
import ExamPackage
import Foundation
import Ledger
import Sealing

extension Office {
    /// The last line of the ledger, for supervision to note. The document of `audit head --json`.
    struct LedgerHead: Encodable {
        let line: Int
        let sha256: Digest
    }

    func ledgerHead() throws(Refusal) -> LedgerHead {
        let account = try account()
        let head = LedgerHead(line: account.lines.count, sha256: account.head)
        console.say("账本第 \(head.line) 行：\(head.sha256)", "line \(head.line) of the ledger: \(head.sha256)")
        return head
    }

    /// What a bundle holds. The document of `audit bundle --json`.
    struct BundleContents: Encodable {
        let folder: String
        let files: [String]
    }

    /// Writes a copy of the exam without a secret (`audit bundle`): what stages left, but for private keys, identity
    /// numbers and the bank's database, and in `opened/` what was sealed, in the clear. Takes the keys of site and
    /// grading, and is for after the exam.
    func bundle(into target: URL) throws(Refusal) -> BundleContents {
        let account = try account()
        let isMarked = account.has(.grade)
        let isTabled = try !folder.readRules().usesWrittenExam
        guard isMarked || isTabled && account.has(.rank) else {
            throw Refusal(
                .stageMissing, at: Place(file: folder.name(of: folder.scores)), "还没有阅卷：考试结束、评分之后才能公开",
                "nothing is marked yet: a bundle opens what was sealed, and is for after the exam")
        }
        guard !FileManager.default.fileExists(atPath: target.path) else {
            throw Refusal(
                .folderInUse, at: Place(file: target.path), "这个文件夹已经存在，请换一个 --into",
                "this folder is there already; choose another --into")
        }
        let partial = target.deletingLastPathComponent().appending(
            path: ".\(target.lastPathComponent)-\(UUID())", directoryHint: .isDirectory)
        defer { try? FileManager.default.removeItem(at: partial) }
        let copy = ExamFolder(partial)
        var files = try publicFiles(account)
        for folder in Set(files.map { copy.url.appending(path: $0).deletingLastPathComponent() }) {
            try copy.makeFolder(folder)
        }
        try write(
            files, progress: Bilingual("复制", "copying"),
            { name throws(Refusal) in (name, try AtomicFile.read(folder.url.appending(path: name), limit: 1 << 30)) },
            in: copy)
        try copy.makeFolder(copy.opened)
        try AtomicFile.writeUnflushed(Data(Self.openedWords.utf8), to: copy.openedWords)
        files.append(copy.name(of: copy.openedWords))
        if isMarked { files += try writeOpened(into: copy, account) }
        AtomicFile.flushAll()
        do {
            try FileManager.default.moveItem(at: partial, to: target)
        } catch {
            throw Refusal(
                .folderUnwritable, at: Place(file: target.path), "无法写入：\(error.localizedDescription)",
                "cannot be written")
        }
        console.say(
            "公开包 \(target.path)：\(files.count) 个文件，没有私钥和身份证号；核验：kaochang audit verify --exam \(target.path)",
            "bundle \(target.path): \(files.count) files, no private key, no identity number")
        return BundleContents(folder: target.path, files: files.sorted())
    }

    /// Says in the bundle itself what it is.
    private static let openedWords = """
        这是考后公开包：没有私钥，没有身份证号。本文件夹是封存内容的明文，只有与封卷时的承诺、签名的回执相符才算数。
        核验：kaochang audit verify --exam 本包
        A bundle for everybody after the exam. This folder holds in the clear what was sealed; it counts only as far as the
        seals and the signed receipts commit to it. To verify: kaochang audit verify --exam BUNDLE

        """

    /// The settings with the tables that the rules name, the certificates, the ledger, and every file that it names and
    /// that tells no secret.
    private func publicFiles(_ account: Account) throws(Refusal) -> [String] {
        let settings =
            ["exam.yaml", "blueprint.yaml", "rules.yaml", Ledger.fileName]
            + (try folder.readRules().tables.map { folder.name(of: folder.url.appending(path: $0)) })
        let certificates = ((try? FileManager.default.contentsOfDirectory(atPath: folder.keys.path)) ?? [])
            .filter { $0.hasSuffix(".pem") || $0.hasSuffix(".crl") }.map { "keys/" + $0 }
        let written = account.lines.flatMap { $0.outputs.map(\.name) }
        return Set(settings + certificates + written).sorted().filter { name in
            !folder.isSecret(name) && FileManager.default.fileExists(atPath: folder.url.appending(path: name).path)
        }
    }

    /// Returns the names of what it wrote.
    private func writeOpened(into copy: ExamFolder, _ account: Account) throws(Refusal) -> [String] {
        let package = try sealedPaper()
        let grading = try package.gradingBytes(grading: try credential(of: .grading, opening: package))
        try copy.makeFolder(copy.openedForms)
        try AtomicFile.writeUnflushed(grading, to: copy.openedGrading)
        for form in package.forms {
            try AtomicFile.writeUnflushed(formBytes(of: form, in: package), to: copy.openedForm(form))
        }
        try copy.makeFolder(copy.openedAnswers)
        let answers = try write(
            account.answers, progress: Bilingual("拆封", "opening"),
            { name throws(Refusal) in
                let file = folder.url.appending(path: name)
                guard let sheets = try? sheets(in: file, of: package) else { return nil }
                return (copy.name(of: copy.openedAnswers(of: file)), try CanonicalJSON.encode(sheets))
            }, in: copy)
        return [copy.name(of: copy.openedGrading)] + package.forms.map { copy.name(of: copy.openedForm($0)) } + answers
    }

    /// Writes what `content` makes of every one of `sources`, on all cores. Returns the names of what was written.
    @discardableResult
    private func write(
        _ sources: [String], progress: Bilingual,
        _ content: @escaping @Sendable (String) throws(Refusal) -> (name: String, data: Data)?, in copy: ExamFolder
    ) throws(Refusal) -> [String] {
        let written = sources.concurrentMap(
            progress: { console.progress(progress, $0, of: sources.count) },
            { source in
                Result { () throws(Refusal) -> String? in
                    guard let (name, data) = try content(source) else { return nil }
                    try AtomicFile.writeUnflushed(data, to: copy.url.appending(path: name))
                    return name
                }
            })
        var names: [String] = []
        for name in written { if let name = try name.get() { names.append(name) } }
        return names
    }
}

extension ExamFolder {
    /// Whether a bundle for everybody does not hold what a stage left: identity numbers, the items of other exams, and what
    /// invigilators wrote about people.
    func isSecret(_ name: String) -> Bool {
        [roster, bank].map(self.name(of:)).contains(name) || name.hasPrefix("sites/")
    }
}
