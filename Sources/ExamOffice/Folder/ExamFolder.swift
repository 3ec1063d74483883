import AtomicFile
import CanonicalJSON
import ExamModel
import ExamSettings
import Foundation

/// An exam on disk. Each stage reads what earlier stages left here and adds its own result.
struct ExamFolder: Sendable {
    let url: URL

    /// The folder itself, whatever it holds.
    init(_ url: URL) {
        self.url = url.standardizedFileURL
    }

    /// A folder named by a person, which must hold `exam.yaml` itself.
    static func named(_ path: String) throws(Refusal) -> ExamFolder {
        let folder = ExamFolder(URL(filePath: path, directoryHint: .isDirectory))
        guard FileManager.default.fileExists(atPath: folder.examFile.path) else {
            throw Refusal(
                .noExamFolder, at: Place(file: path), "这个文件夹里没有 exam.yaml，请检查路径", "there is no exam.yaml in this folder"
            )
        }
        return folder
    }

    /// `folder`, or the nearest of its parents, that holds `exam.yaml`.
    static func find(from folder: URL) throws(Refusal) -> ExamFolder {
        var candidate = folder.standardizedFileURL
        while true {
            if FileManager.default.fileExists(atPath: candidate.appending(path: "exam.yaml").path) {
                return ExamFolder(candidate)
            }
            let parent = candidate.deletingLastPathComponent().standardizedFileURL
            guard parent.path != candidate.path else { break }
            candidate = parent
        }
        throw Refusal(
            .noExamFolder, at: Place(file: folder.path),
            "这里和上级文件夹都没有 exam.yaml；请进入考试文件夹，或用 --exam 指定，或用 kaochang init 新建",
            "no exam.yaml here or in a parent; go to the exam's folder, name it with --exam, or make one with kaochang init"
        )
    }

    var examFile: URL { url.appending(path: "exam.yaml") }
    var blueprintFile: URL { url.appending(path: "blueprint.yaml") }
    var rulesFile: URL { url.appending(path: "rules.yaml") }
    var bank: URL { url.appending(path: "bank.sqlite") }
    var keys: URL { url.appending(path: "keys", directoryHint: .isDirectory) }
    var roster: URL { url.appending(path: "registration/roster.json") }
    /// The roster with the identity numbers masked.
    var publishedRoster: URL { url.appending(path: "registration/published.json") }
    var forms: URL { url.appending(path: "forms/forms.json") }
    /// The bank that the forms were assembled from: ``ItemBank/lines(of:)``.
    var formsBank: URL { url.appending(path: "forms/bank.jsonl") }
    /// What assembly knew of the items.
    var pool: URL { url.appending(path: "forms/pool.json") }
    var paper: URL { url.appending(path: "paper/paper.kcp") }
    var release: URL { url.appending(path: "paper/paper.kcr") }
    var answers: URL { url.appending(path: "answers", directoryHint: .isDirectory) }
    /// Ledgers of sites, one or more of each.
    var sites: URL { url.appending(path: "sites", directoryHint: .isDirectory) }
    var scores: URL { url.appending(path: "scores/scores.json") }
    /// Marks that people gave, as they were taken in.
    var handMarks: URL { url.appending(path: "scores/marks.json") }
    var rulings: URL { url.appending(path: "scores/rulings.json") }
    var regrades: URL { url.appending(path: "regrade", directoryHint: .isDirectory) }
    var standings: URL { url.appending(path: "standings/standings.json") }
    var reports: URL { url.appending(path: "reports", directoryHint: .isDirectory) }
    var ledger: URL { url.appending(path: "ledger.jsonl") }

    func regrade(_ number: Int) -> URL { regrades.appending(path: "\(number).json") }

    /// The path of `file` as the ledger names it: relative to the folder.
    func name(of file: URL) -> String {
        let path = file.standardizedFileURL.path
        let prefix = url.path.hasSuffix("/") ? url.path : url.path + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : file.lastPathComponent
    }
}

extension ExamFolder {
    func readExam() throws(Refusal) -> Exam { try Exam.read(examFile) }

    func readBlueprint() throws(Refusal) -> WrittenBlueprint { try WrittenBlueprint.read(blueprintFile) }

    func readRules() throws(Refusal) -> CompetitionRules {
        let isThere = FileManager.default.fileExists(atPath: blueprintFile.path)
        return try CompetitionRules.read(rulesFile, for: isThere ? readBlueprint().blueprint : nil)
    }

    /// Writes a stage's result. Results name people or items before their time: only the owner may read them.
    func writeResult(_ value: some Encodable, to file: URL) throws(Refusal) {
        try makeFolder(file.deletingLastPathComponent())
        try AtomicFile.write(try CanonicalJSON.encode(value), to: file, permissions: 0o600)
    }

    func makeFolder(_ folder: URL, permissions: Int = 0o755) throws(Refusal) {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: permissions])
        } catch {
            throw Refusal(
                .folderUnwritable, at: Place(file: folder.path), "无法建立文件夹：\(error.localizedDescription)，请检查权限和磁盘空间",
                "the folder cannot be made; check permissions and space")
        }
    }
}

extension FindingCode {
    static let noExamFolder: FindingCode = "NO_EXAM_FOLDER"
    static let folderUnwritable: FindingCode = "FOLDER_UNWRITABLE"
}
