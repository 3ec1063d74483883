/// What people decided about single answer sheets (答卷裁定): whose is void, and which of several counts.
package struct SheetRulings: Hashable, Sendable, Codable {
    package struct Voided: Hashable, Sendable, Codable {
        package let ticket: TicketNumber
        package let reason: String

        package init(ticket: TicketNumber, reason: String) {
            self.ticket = ticket
            self.reason = reason
        }
    }

    package struct Chosen: Hashable, Sendable, Codable {
        package let ticket: TicketNumber
        /// The sheet that counts, by the source that the exceptions name.
        package let source: String
        package let reason: String

        package init(ticket: TicketNumber, source: String, reason: String) {
            self.ticket = ticket
            self.source = source
            self.reason = reason
        }
    }

    package static let none = SheetRulings(voided: [], chosen: [])

    package let voided: [Voided]
    package let chosen: [Chosen]

    package init(voided: [Voided], chosen: [Chosen]) {
        self.voided = voided
        self.chosen = chosen
    }
}
