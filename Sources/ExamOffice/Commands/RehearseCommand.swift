import ArgumentParser
import ExamModel
import Foundation

struct RehearseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse", abstract: "演练：用模拟考生走完整场考试 (a dress rehearsal of the whole exam)")

    @OptionGroup var common: CommonOptions
    @Argument(help: "要演练的考试文件夹；默认同 --exam (the exam folder to rehearse)", completion: .directory) var source: String?
    @Option(help: "题库文件或装有题库文件的文件夹 (bank files, or a folder of them)", completion: .file())
    var bankFiles: [String]
    @Option(help: "演练写在哪个文件夹；默认为考试文件夹下的 rehearsal (where to rehearse)", completion: .directory)
    var into: String?
    @Option(help: "种子，1 至 64 位十六进制；同一种子重演同一场 (the same seed repeats the same exam)")
    var seed = "20200620"

    func run() throws {
        try common.perform { () throws(Refusal) in
            let folder = if let source { URL(filePath: source) } else { try common.office().folder.url }
            let target = into.map { URL(filePath: $0) } ?? folder.appending(path: "rehearsal")
            let rehearsal = Rehearsal(
                source: folder, bankFiles: try BankFolder.files(bankFiles), target: target, seed: try Seed(option: seed)
            )
            try common.console.document(try rehearsal.run(common.console))
            return []
        }
    }
}

/// Bank files as a person names them: files, and folders that hold some.
enum BankFolder {
    static func files(_ paths: [String]) throws(Refusal) -> [URL] {
        var files: [URL] = []
        for path in paths {
            let url = URL(filePath: path)
            let inside = try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            let banks = inside?.filter { ["txt", "csv", "xlsx"].contains($0.pathExtension) }
            files += banks.map { $0.sorted { $0.lastPathComponent < $1.lastPathComponent } } ?? [url]
        }
        guard !files.isEmpty else {
            throw Refusal(.noBankFiles, "没有题库文件，请用 --bank-files 指定", "no bank files; name some with --bank-files")
        }
        return files
    }
}

extension FindingCode {
    static let noBankFiles: FindingCode = "NO_BANK_FILES"
}
