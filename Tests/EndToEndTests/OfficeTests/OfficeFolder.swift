import ExamTestSupport
import Foundation

/// An exam folder that a test may spoil: the shipped qualifier's files, or another exam's, copied.
struct OfficeFolder {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..", directoryHint: .isDirectory).standardized
    static let banks = [
        "labour-relations", "social-insurance", "employment", "personnel", "epidemic-policies",
        "service-standards", "party-documents",
    ].map { root.appending(path: "QuestionBanks/hrss-2020/\($0).txt").path }

    let temporary: TemporaryFolder

    init(copying source: URL = root.appending(path: "Papers/sichuan-2020-qualifier")) throws {
        temporary = try TemporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
            try FileManager.default.copyItem(at: source.appending(path: name), to: temporary[name])
        }
    }

    /// Runs `kaochang` here and returns what it wrote and how it ended.
    func kaochang(_ arguments: String...) throws -> (status: Int32, output: Data, errors: String) {
        try kaochang(arguments)
    }

    func kaochang(_ arguments: [String]) throws -> (status: Int32, output: Data, errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: try Product.path("kaochang"))
        process.arguments = arguments
        process.currentDirectoryURL = temporary.url
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        let (output, errors) = (temporary[".\(UUID()).out"], temporary[".\(UUID()).err"])
        for url in [output, errors] { try Data().write(to: url) }
        defer { for url in [output, errors] { try? FileManager.default.removeItem(at: url) } }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, try Data(contentsOf: output),
            String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        )
    }

    /// Replaces text in a file of the folder.
    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = String(decoding: try temporary.read(name), as: UTF8.self)
        try temporary.write(Data(text.replacing(old, with: new).utf8), as: name)
    }

    /// Every file and its contents, for showing that nothing changed. The lock is left out, and the database: opening it moves its
    /// change counter.
    func contents() throws -> [String: Data] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: temporary.url.path)
        var contents: [String: Data] = [:]
        for path in paths where !path.hasPrefix("bank.sqlite") && path != ".lock" {
            contents[path] = try? Data(contentsOf: temporary[path])
        }
        return contents
    }
}
