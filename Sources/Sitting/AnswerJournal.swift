import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

/// The append-only file that a sitting lives in: JSON lines, each holding the SHA-256 of the line before.
///
/// What `append` returned from is on the disk. One process at a time holds a journal (`flock`).
package final class AnswerJournal {
    /// What the file held when it was opened.
    package let replayed: [JournalEntry]
    /// Of the last line, without its line feed.
    package private(set) var head: Digest
    /// How many lines the file holds, the header included.
    package var lines: Int { count + 1 }
    private let file: JournalFile
    private var count: Int

    /// Opens the journal at `url`, or begins it. Throws when another process holds it, when it is damaged anywhere but
    /// in a torn last line, when it belongs to another candidate or paper, or when the disk refuses.
    package init(at url: URL, header: JournalHeader) throws(Refusal) {
        file = try JournalFile(at: url)
        let text = try JournalText(file.read(), file: url.lastPathComponent)
        if let found = text.header, !found.names(header) {
            throw Refusal(
                .journalOfAnother, at: Place(file: url.lastPathComponent, line: 1),
                "这份作答记录属于另一名考生或另一份试卷，请联系监考员",
                "this journal belongs to another candidate or paper; call the invigilator")
        }
        let first = try CanonicalJSON.encode(header)
        guard text.header != nil || first.starts(with: text.torn) else {
            throw Refusal(
                .journalDamaged, at: Place(file: url.lastPathComponent, line: 1),
                "这个文件不是作答记录，请保留原样并联系监考员", "this file is no journal; keep it as it is and call the invigilator")
        }
        replayed = text.entries
        count = text.entries.count
        head = text.head
        try file.keep(text.wholeBytes)
        if text.header == nil {
            try file.append(first)
            try file.saveFolder()
            head = Digest(of: first)
        }
    }

    /// Returns when the entry is on the disk. After a throw the file holds what it held before, and `append` may be
    /// called again with the same entry.
    package func append(_ entry: JournalEntry) throws(Refusal) {
        let line = try CanonicalJSON.encode(JournalLine(entry, sequence: count + 1, previous: head))
        try file.append(line)
        count += 1
        head = Digest(of: line)
    }
}
