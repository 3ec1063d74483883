import CanonicalJSON
import ExamModel
import Foundation
import Glibc

/// Where a command speaks: results on standard output, progress on standard error when that is a terminal.
///
/// With `json`, standard output carries one document and nothing else.
struct Console: Sendable {
    let json: Bool
    let language: Language
    private let showsProgress: Bool

    init(json: Bool, language: Language) {
        self.json = json
        self.language = language
        showsProgress = isatty(2) == 1
    }

    /// A line for a person; silent with `json`.
    func say(_ text: Bilingual) {
        if !json { Self.write(text.text(in: language) + "\n", to: .standardOutput) }
    }

    func say(_ chinese: String, _ english: String) {
        say(Bilingual(chinese, english))
    }

    /// A question, to be answered on the same line.
    func ask(_ question: Bilingual) {
        Self.write(question.text(in: language), to: .standardOutput)
    }

    /// What was found, one line each, on standard error.
    func report(_ findings: [Finding]) {
        guard !json else { return }
        for finding in findings { Self.write(finding.line(in: language) + "\n", to: .standardError) }
    }

    /// The document of a command run with `json`; silent otherwise.
    func document(_ value: some Encodable) throws(Refusal) {
        guard json else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .prettyPrinted, .sortedKeys]
        encoder.dateEncodingStrategy = .iso8601
        do {
            try FileHandle.standardOutput.write(contentsOf: encoder.encode(value) + Data("\n".utf8))
        } catch {
            throw Refusal(.outputFailed, "无法输出结果：\(error)", "the result cannot be written: \(error)")
        }
    }

    /// Draws a bar for `done` of `total`; the last call of a stage ends its line.
    func progress(_ stage: Bilingual, _ done: Int, of total: Int) {
        guard showsProgress, total > 0 else { return }
        let width = 30
        let filled = done * width / total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        let end = done == total ? "\n" : ""
        Self.write("\r  \(stage.text(in: language)) [\(bar)] \(done)/\(total)\(end)", to: .standardError)
    }

    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}

extension FindingCode {
    static let outputFailed: FindingCode = "OUTPUT_FAILED"
}
