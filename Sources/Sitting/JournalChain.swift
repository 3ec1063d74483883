package import ExamModel
package import Foundation
package import Sealing

/// The end of a journal that grows: takes line after line and refuses what does not follow.
package struct JournalChain: Hashable, Sendable {
    /// Nil before the first line.
    package private(set) var header: JournalHeader?
    /// How many lines there are, the header included.
    package private(set) var lines = 0
    /// Of the last line, without its line feed; zero before the first.
    package private(set) var head = Digest.zero

    package init() {}

    /// Takes the first line in.
    package mutating func begin(_ line: Data, at place: Place) throws(Refusal) {
        guard lines == 0, let header = try? JSONDecoder().decode(JournalHeader.self, from: line),
            header.format == JournalHeader.format
        else { throw .journalDamaged(at: place) }
        guard JournalHeader.versions.contains(header.version) else {
            throw Refusal(
                .journalVersion, at: place, "作答记录是第 \(header.version) 版格式，本程序读不了，请使用新版程序",
                "the journal has version \(header.version), which this program cannot read; use a newer one")
        }
        self.header = header
        lines = 1
        head = Digest(of: line)
    }

    /// Takes the next line in.
    package mutating func append(_ line: JournalLineText, at place: Place) throws(Refusal) {
        guard lines > 0, line.line.sequence == lines, line.line.previous == head else {
            throw Refusal(
                .journalChainBroken, at: place, "作答记录的这一行与上一行不衔接，文件被改动过，请保留原样并联系监考员",
                "this line of the journal does not follow from the line before: the file was changed; keep it as it is "
                    + "and call the invigilator")
        }
        lines += 1
        head = line.digest
    }
}

extension Refusal {
    static func journalDamaged(at place: Place) -> Refusal {
        Refusal(
            .journalDamaged, at: place, "作答记录的这一行已损坏，请保留原样并联系监考员",
            "this line of the journal is damaged; keep the file as it is and call the invigilator")
    }
}
