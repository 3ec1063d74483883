/// What an exam site needs to know of a candidate: who may sit where, with which form.
package struct SeatAssignment: Hashable, Sendable, Codable {
    package let ticket: TicketNumber
    package let name: String
    package let team: TeamID
    package let unit: String
    package let seat: String
    /// The last six characters of the identity number, which the candidate types to log in.
    package let lastSix: String
    package let form: FormID

    package init(
        ticket: TicketNumber, name: String, team: TeamID, unit: String, seat: String, lastSix: String, form: FormID
    ) {
        self.ticket = ticket
        self.name = name
        self.team = team
        self.unit = unit
        self.seat = seat
        self.lastSix = lastSix
        self.form = form
    }
}
