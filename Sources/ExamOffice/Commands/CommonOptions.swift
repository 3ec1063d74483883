import ArgumentParser
import ExamModel
import Foundation
import Sealing

/// What every command understands.
struct CommonOptions: ParsableArguments {
    @Flag(help: "在标准输出上给出一份 JSON 文档，别无其他 (one JSON document on standard output)")
    var json = false

    @Option(name: .customLong("exam"), help: "考试文件夹；默认为当前文件夹或含 exam.yaml 的上级文件夹 (the exam's folder)")
    var examPath: String?

    @Option(name: .customLong("lang"), help: "zh 或 en；默认随系统语言，非英文系统用中文 (zh or en)")
    var languageWord: String?

    @Option(
        name: .customLong("passphrase-file"),
        help: ArgumentHelp(
            "私钥密码所在的文件，可写多次；写成“角色=文件”只用于该角色。默认用 keys/slips 里的密码信封，没有就在终端上问 (a file with a passphrase)",
            valueName: "[role=]file"), completion: .file())
    var passphraseFiles: [String] = []

    mutating func validate() throws {
        guard ["zh", "en", nil].contains(languageWord) else {
            throw ValidationError("--lang 只能是 zh 或 en (--lang is zh or en)")
        }
    }

    var console: Console {
        let preferred = Language.preferred(in: ProcessInfo.processInfo.environment)
        return Console(json: json, language: languageWord.map { $0 == "en" ? .english : .chinese } ?? preferred)
    }

    func office() throws(Refusal) -> Office {
        let folder =
            if let examPath {
                try ExamFolder.named(examPath)
            } else {
                try ExamFolder.find(from: URL(filePath: FileManager.default.currentDirectoryPath))
            }
        let source = PassphraseSource(files: passphraseFiles.map(PassphraseFile.init(option:)))
        let console = console
        let keys = KeyFolder(folder.keys, passphrases: source) { console.report([$0]) }
        return Office(folder: folder, console: console, keys: keys)
    }

    /// Runs a stage and turns its outcome into a document and the exit code that design names: 0, 3 for refused input,
    /// 1 for failure.
    func perform<Document>(_ stage: () throws(Refusal) -> Outcome<Document>) throws {
        let outcome: Outcome<Document>
        do {
            outcome = try stage()
        } catch {
            console.report(error.findings)
            try console.document(FindingsDocument(error.findings, console.language))
            throw ExitCode(1)
        }
        try console.document(outcome.document)
        if outcome.failed { throw ExitCode(1) }
        if outcome.findings.contains(where: { $0.severity == .error }) { throw ExitCode(3) }
    }

    /// The same for a check whose document says itself whether it holds: exit 1 when it does not, 3 when not all of it
    /// could be checked.
    func perform<Document: Encodable>(
        _ check: () throws(Refusal) -> Document, holding holds: (Document) -> Bool,
        complete isComplete: (Document) -> Bool = { _ in true }
    ) throws {
        var code: ExitCode?
        try perform { () throws(Refusal) in
            let document = try check()
            code = !holds(document) ? ExitCode(1) : isComplete(document) ? nil : ExitCode(3)
            return Outcome(document)
        }
        if let code { throw code }
    }

    /// The same for a stage whose findings are its document.
    func performCheck(_ stage: () throws(Refusal) -> [Finding]) throws {
        try perform { () throws(Refusal) in
            let findings = try stage()
            return Outcome(FindingsDocument(findings, console.language), findings: findings)
        }
    }
}
