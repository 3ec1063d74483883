package import ExamModel
package import Foundation
package import Sealing

/// A line of a journal after the header as it stands there, and what it says.
package struct JournalLineText: Hashable, Sendable {
    /// Without the line feed.
    package let bytes: Data
    package let digest: Digest
    let line: JournalLine

    /// Refuses what is no line of a journal (JOURNAL_DAMAGED). Whether it follows from the line before, ``JournalChain``
    /// tells.
    package init(_ bytes: Data, at place: Place) throws(Refusal) {
        let scanned = bytes.withUnsafeBytes(JournalLineScanner.scan)
        guard let line = try? scanned ?? JSONDecoder().decode(JournalLine.self, from: bytes), line.isPlausible else {
            throw .journalDamaged(at: place)
        }
        self.bytes = bytes
        self.line = line
        digest = Digest(of: bytes)
    }

    package var entry: JournalEntry { line.entry }
}
