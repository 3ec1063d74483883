/// What a marker gave one candidate's answer to one item (人工评分).
package struct HandMark: Hashable, Sendable, Codable {
    package let ticket: TicketNumber
    package let item: ItemID
    package let marks: Mark
    /// Who marked it, as the sheet says; empty when it does not.
    package let marker: String

    package init(ticket: TicketNumber, item: ItemID, marks: Mark, marker: String) {
        self.ticket = ticket
        self.item = item
        self.marks = marks
        self.marker = marker
    }
}
