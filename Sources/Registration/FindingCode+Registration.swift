package import ExamModel

extension FindingCode {
    package static let emptyTable: FindingCode = "EMPTY_TABLE"
    package static let missingColumn: FindingCode = "MISSING_COLUMN"
    package static let emptyCell: FindingCode = "EMPTY_CELL"
    package static let badTicket: FindingCode = "BAD_TICKET"
    package static let badIdentity: FindingCode = "BAD_IDENTITY_NUMBER"
    package static let badRole: FindingCode = "BAD_ROLE"
    package static let duplicateTicket: FindingCode = "DUPLICATE_TICKET"
    package static let duplicateIdentity: FindingCode = "DUPLICATE_IDENTITY_NUMBER"
    package static let duplicateSeat: FindingCode = "DUPLICATE_SEAT"
    package static let teamTooLarge: FindingCode = "TEAM_TOO_LARGE"
    package static let teamInTwoCities: FindingCode = "TEAM_IN_TWO_CITIES"
    /// On a list of people who may not take part.
    package static let barred: FindingCode = "BARRED"
}
