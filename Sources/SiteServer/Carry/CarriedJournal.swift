package import ExamModel
package import Sealing

/// A journal that was carried to the site and is on its disk.
package struct CarriedJournal: Hashable, Sendable, Codable {
    package let ticket: TicketNumber
    /// Of the sealed file.
    package let sha256: Digest
    /// Lines of the journal, the header included.
    package let lines: Int
    /// Those that the site had not got before.
    package let fresh: Int
    /// Whether the sitting has ended by what the site now knows.
    package let hasEnded: Bool
}
