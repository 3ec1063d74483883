package import ExamModel
package import Foundation
package import Sealing

/// What the bytes of a journal say, checked line by line.
package struct JournalText: Hashable, Sendable {
    /// Nil when not even the first line is whole.
    package let header: JournalHeader?
    package let entries: [JournalEntry]
    /// Of the last whole line, without its line feed; zero without a line.
    package let head: Digest
    /// Length of all whole lines.
    package let wholeBytes: Int
    /// What follows them: torn by a crash while it was written, so nobody saw it saved.
    package let torn: Data

    /// Reads a journal's bytes. The end of the file without a line feed is torn and left out; any other damage is
    /// refused with its line: a line that is no JSON, is out of sequence, or does not follow from the line before.
    package init(_ bytes: Data, file: String) throws(Refusal) {
        var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { Data($0) }
        torn = lines.removeLast()
        var header: JournalHeader?
        var entries: [JournalEntry] = []
        var previous = Digest.zero
        for (index, line) in lines.enumerated() {
            let place = Place(file: file, line: index + 1)
            if index == 0 {
                header = try Self.header(line, at: place)
            } else {
                entries.append(try Self.entry(line, after: previous, sequence: index, at: place))
            }
            previous = Digest(of: line)
        }
        self.header = header
        self.entries = entries
        head = previous
        wholeBytes = lines.reduce(0) { $0 + $1.count + 1 }
    }

    private static func header(_ line: Data, at place: Place) throws(Refusal) -> JournalHeader {
        guard let header = try? JSONDecoder().decode(JournalHeader.self, from: line),
            header.format == JournalHeader.format
        else { throw damaged(at: place) }
        guard header.version == JournalHeader.version else {
            throw Refusal(
                .journalVersion, at: place, "作答记录是第 \(header.version) 版格式，本程序读不了，请使用新版程序",
                "the journal has version \(header.version), which this program cannot read; use a newer one")
        }
        return header
    }

    private static func entry(
        _ line: Data, after previous: Digest, sequence: Int, at place: Place
    ) throws(Refusal) -> JournalEntry {
        guard let read = try? JSONDecoder().decode(JournalLine.self, from: line), read.isPlausible else {
            throw damaged(at: place)
        }
        guard read.sequence == sequence, read.previous == previous else {
            throw Refusal(
                .journalChainBroken, at: place, "作答记录的这一行与上一行不衔接，文件被改动过，请保留原样并联系监考员",
                "this line of the journal does not follow from the line before: the file was changed; keep it as it is "
                    + "and call the invigilator")
        }
        return read.entry
    }

    private static func damaged(at place: Place) -> Refusal {
        Refusal(
            .journalDamaged, at: place, "作答记录的这一行已损坏，请保留原样并联系监考员",
            "this line of the journal is damaged; keep the file as it is and call the invigilator")
    }
}

extension FindingCode {
    package static let journalDamaged: FindingCode = "JOURNAL_DAMAGED"
    package static let journalVersion: FindingCode = "JOURNAL_VERSION"
    package static let journalChainBroken: FindingCode = "JOURNAL_CHAIN_BROKEN"
    package static let journalOfAnother: FindingCode = "JOURNAL_OF_ANOTHER"
    package static let journalInUse: FindingCode = "JOURNAL_IN_USE"
    package static let journalTooLarge: FindingCode = "JOURNAL_TOO_LARGE"
    package static let journalNotOpened: FindingCode = "JOURNAL_NOT_OPENED"
    package static let journalNotWritten: FindingCode = "JOURNAL_NOT_WRITTEN"
}
