import ExamModel
import Foundation

/// Bank files as a person names them: files, and folders that hold some.
enum BankFolder {
    static func files(_ paths: [String]) throws(Refusal) -> [URL] {
        var files: [URL] = []
        for path in paths {
            let url = URL(filePath: path)
            let inside = try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            let banks = inside?.filter { ["txt", "csv", "tsv", "xlsx", "docx"].contains($0.pathExtension) }
            files += banks.map { $0.sorted { $0.lastPathComponent < $1.lastPathComponent } } ?? [url]
        }
        return files
    }
}
