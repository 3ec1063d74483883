package import ExamModel
package import TableFile

/// The rooms of an exam as a table: 考场, 座位数 and, if wanted, 列数 and 考点.
package enum RoomTable {
    private static let columns = [["考场", "考场号"], ["座位数", "座位", "人数"]]
    private static let optional = [["列数", "每排座位数"], ["考点", "考点编号"]]

    /// - Parameter usualColumns: How many seats stand side by side where the table does not say.
    /// - Throws: `MISSING_COLUMN`, `EMPTY_TABLE`, and `BAD_ROOM` with the row of everything that is no room.
    package static func rooms(in table: Table, usualColumns: Int) throws(Refusal) -> [ExamRoom] {
        var (rooms, findings): ([ExamRoom], [Finding]) = ([], [])
        for (sheet, columns) in try ColumnMap.sheets(of: table, columns, optional: optional) {
            for row in sheet.rows.dropFirst() {
                let (name, seats, wide) = (
                    columns.text("考场", in: row), Int(columns.text("座位数", in: row)), columns.text("列数", in: row)
                )
                let breadth = wide.isEmpty ? usualColumns : Int(wide) ?? 0
                guard !name.isEmpty, !name.contains("-"), let seats, (1...5000).contains(seats),
                    (1...100).contains(breadth), !rooms.contains(where: { $0.name == name })
                else {
                    findings.append(
                        Finding(
                            .error, .badRoom, at: sheet.place(of: row, in: table.file),
                            Bilingual(
                                "考场名称应不重复、不含“-”，座位数应为 1 至 5000 的整数",
                                "a room needs a name of its own without “-” and 1 to 5000 seats"))
                    )
                    continue
                }
                let site = columns.text("考点", in: row)
                rooms.append(
                    ExamRoom(name: name, seats: seats, columns: breadth, site: site.isEmpty ? nil : site))
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        guard !rooms.isEmpty else {
            throw Refusal(
                .emptyTable, at: Place(file: table.file), "表格里没有考场，请核对", "there are no rooms in the table; look at it")
        }
        return rooms
    }
}

extension FindingCode {
    package static let badRoom: FindingCode = "BAD_ROOM"
    /// More candidates than seats.
    package static let tooFewSeats: FindingCode = "TOO_FEW_SEATS"
    /// Members of a team who could not be kept apart.
    package static let teamTogether: FindingCode = "TEAM_TOGETHER"
}
