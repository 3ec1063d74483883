import AnswerKey
import BankFile
import ExamModel
import Foundation

/// Reads a bank written in a test, through a file in a folder of its own.
func bank(_ text: String, name: String = "bank.txt") throws -> BankFileContents {
    try bank(Data(text.utf8), name: name)
}

func bank(_ data: Data, name: String) throws -> BankFileContents {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appendingPathComponent(name)
    try data.write(to: url)
    return try BankFile.read(url)
}

extension BankFileContents {
    var drafts: [DraftItem] { items.map(\.draft) }
    var answers: [DraftItem.Answer] { drafts.map(\.answer) }
    /// `MISSING_ANSWER 3`: codes with their line or row.
    var issues: [String] { findings.map { "\($0.code) \($0.place.line ?? $0.place.row ?? 0)" } }
}
