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
        var chain = JournalChain()
        var entries: [JournalEntry] = []
        for (index, line) in lines.enumerated() {
            let place = Place(file: file, line: index + 1)
            if index == 0 {
                try chain.begin(line, at: place)
            } else {
                let text = try JournalLineText(line, at: place)
                try chain.append(text, at: place)
                entries.append(text.entry)
            }
        }
        header = chain.header
        self.entries = entries
        head = chain.head
        wholeBytes = lines.reduce(0) { $0 + $1.count + 1 }
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
