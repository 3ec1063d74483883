package import ExamModel
package import Sealing

/// The first line of a journal: whose answers to which paper follow.
package struct JournalHeader: Hashable, Sendable, Codable {
    package static let format = "kaochang-journal"
    package static let version = 1

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
}
