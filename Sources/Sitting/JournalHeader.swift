package import ExamModel
package import Sealing

/// The first line of a journal: whose answers to which paper follow.
package struct JournalHeader: Hashable, Sendable, Codable {
    package static let format = "kaochang-journal"
    /// Version 2 knows the invigilator's orders.
    package static let version = 2
    /// The versions that are read.
    package static let versions = 1...version

    package let format: String
    package let version: Int
    package let exam: ExamID
    /// What identifies the sealed paper: SHA-256 of its manifest.
    package let paper: Digest
    package let form: FormID
    package let ticket: TicketNumber

    package init(exam: ExamID, paper: Digest, form: FormID, ticket: TicketNumber) {
        format = Self.format
        version = Self.version
        self.exam = exam
        self.paper = paper
        self.form = form
        self.ticket = ticket
    }

    /// Whether both belong to one candidate and paper, in whatever version.
    package func names(_ other: JournalHeader) -> Bool {
        (exam, paper, form, ticket) == (other.exam, other.paper, other.form, other.ticket)
    }
}
