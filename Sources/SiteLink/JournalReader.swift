import AtomicFile
import ExamModel
import Foundation
import Sealing

/// Reads lines of a journal that somebody else writes, as far as they are known to be whole.
struct JournalReader: Sendable {
    private let url: URL
    /// Where the line with this number begins.
    private var mark = (line: 0, offset: 0)

    init(_ url: URL) {
        self.url = url
    }

    /// Lines that are on the disk, each with its line feed. What was read before `lines` is skipped the next time.
    mutating func read(_ lines: Range<Int>) throws(Refusal) -> [Data] {
        if lines.lowerBound < mark.line { mark = (0, 0) }
        let bytes = try tail()
        var start = bytes.startIndex
        var found: [Data] = []
        var line = mark.line
        while line < lines.upperBound {
            guard let end = bytes[start...].firstIndex(of: 0x0a) else {
                throw Refusal(
                    .journalTooShort, at: Place(file: url.lastPathComponent, line: line + 1),
                    "本机的作答记录比已保存的短，文件可能被改动过", "the journal is shorter than what was saved; it may have been changed")
            }
            if line == lines.lowerBound { mark = (line, mark.offset + start - bytes.startIndex) }
            if line >= lines.lowerBound { found.append(Data(bytes[start...end])) }
            start = end + 1
            line += 1
        }
        return found
    }

    private func tail() throws(Refusal) -> Data {
        do {
            let file = try FileHandle(forReadingFrom: url)
            defer { try? file.close() }
            try file.seek(toOffset: UInt64(mark.offset))
            return try file.readToEnd() ?? Data()
        } catch {
            throw .unreadable(url, errno)
        }
    }
}

extension FindingCode {
    static let journalTooShort: FindingCode = "JOURNAL_TOO_SHORT"
}
