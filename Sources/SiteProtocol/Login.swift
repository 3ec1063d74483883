package import ExamModel
package import Sitting

package struct LoginRequest: Hashable, Sendable, Codable {
    package let ticket: TicketNumber
    package let lastSix: String

    package init(ticket: TicketNumber, lastSix: String) {
        self.ticket = ticket
        self.lastSix = lastSix
    }
}

/// A candidate is at the machine.
package struct LoginReply: Hashable, Sendable, Codable {
    package let candidate: SeatAssignment
    /// Nil as long as the invigilator has to see to something first (another seat, another machine): log in again later.
    package let token: String?
    /// Why there is no token yet.
    package let waitsFor: Bilingual?
    /// The first line of the candidate's journal: whose answers to which paper.
    package let header: JournalHeader
    /// How many lines of the journal the site has, the header included; 0 before the first.
    package let lines: Int
    package let time: SiteTime

    package init(
        candidate: SeatAssignment, token: String?, waitsFor: Bilingual?, header: JournalHeader, lines: Int,
        time: SiteTime
    ) {
        self.candidate = candidate
        self.token = token
        self.waitsFor = waitsFor
        self.header = header
        self.lines = lines
        self.time = time
    }
}
