import BankFile
import ExamModel
import Foundation

/// Bank files as a person names them: files, and folders that hold some.
enum BankFolder {
    /// Files as they are named; of a folder those that can be read, by name.
    static func files(_ paths: [String]) throws(Refusal) -> [URL] {
        var files: [URL] = []
        for path in paths {
            let url = URL(filePath: path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                files.append(url)
                continue
            }
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            let banks = names.filter { BankFile.isReadable($0) && !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.sorted()
            guard !banks.isEmpty else {
                throw Refusal(
                    .noBankFiles, at: Place(file: path), "这个文件夹里没有题库文件", "there are no bank files in this folder")
            }
            files += banks.map { url.appending(path: $0) }
        }
        return files
    }
}

extension FindingCode {
    static let noBankFiles: FindingCode = "NO_BANK_FILES"
}
