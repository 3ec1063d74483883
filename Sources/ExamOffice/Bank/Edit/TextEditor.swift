import AtomicFile
import ExamModel
import Foundation
import Glibc

/// The editor that a person has set (`VISUAL`, `EDITOR`, else vi), on a text that nobody else may read.
///
/// The text lies in a folder of its own until ``discard()``; whoever gives up finds it there.
struct TextEditor {
    let file: URL

    init(text: String, name: String) throws(Refusal) {
        let pattern = FileManager.default.temporaryDirectory.appending(path: "kaochang-XXXXXX").path
        var template = Array(pattern.utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        guard let made else {
            throw Refusal(
                .editorFailed, at: Place(file: pattern), "无法建立临时文件夹，请检查磁盘空间",
                "no temporary folder can be made; check the space left"
            )
        }
        file = URL(filePath: made).appending(path: name)
        try write(text)
    }

    func write(_ text: String) throws(Refusal) {
        try AtomicFile.write(Data(text.utf8), to: file, permissions: 0o600)
    }

    /// Opens the editor and waits until it is closed.
    func edit() throws(Refusal) {
        let environment = ProcessInfo.processInfo.environment
        let editor = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first { !$0.isEmpty } ?? "vi"
        let path = "'" + file.path.replacing("'", with: "'\\''") + "'"
        let status = system("\(editor) \(path)")
        guard status == 0 else {
            throw Refusal(
                .editorFailed, at: Place(file: file.path), "编辑器“\(editor)”没有正常结束；题库未改动，文稿留在这里",
                "the editor \(editor) failed; the bank was not changed, the text is kept here")
        }
    }

    func discard() {
        try? FileManager.default.removeItem(at: file.deletingLastPathComponent())
    }
}

extension FindingCode {
    static let editorFailed: FindingCode = "EDITOR_FAILED"
}
