package import ExamModel
package import TableFile

/// Takes people into a roster, one file after another (报名). A row with a fault is refused and reported; the others
/// are taken. A row that is there already, word for word, changes nothing; who was barred since is reported.
package struct RosterImport: Sendable {
    private var register: RosterRegister
    package private(set) var findings: [Finding] = []
    /// Rows taken that were not there before.
    package private(set) var added = 0

    package var roster: Roster { register.roster }

    private let barred: BarredList
    private let teamSize: Int

    /// - Parameters:
    ///   - roster: who was taken in before.
    ///   - teamSize: members that a team may have, substitutes included.
    package init(into roster: Roster, barred: BarredList, teamSize: Int) {
        register = RosterRegister(roster)
        self.barred = barred
        self.teamSize = teamSize
    }

    /// Takes the rows of every sheet. A file with a sheet that lacks columns is refused whole.
    package mutating func add(_ table: Table) throws(Refusal) {
        let sheets = try ColumnMap.sheets(of: table, RosterRow.columns)
        guard !sheets.isEmpty else {
            throw Refusal(
                .emptyTable, at: Place(file: table.file), "表格里没有内容，请核对", "the table is empty; look at the file")
        }
        for (sheet, columns) in sheets {
            for row in sheet.rows.dropFirst() {
                add(row, columns, at: sheet.place(of: row, in: table.file))
            }
        }
    }

    private mutating func add(_ row: Table.Row, _ columns: ColumnMap, at place: Place) {
        guard let read = RosterRow.read(row, columns, at: place, &findings) else { return }
        if let finding = barred.finding(on: read.candidate, at: place) {
            findings.append(finding)
        } else if register.knows(read) {
            return
        } else if let finding = objection(to: read, at: place) {
            findings.append(finding)
        } else {
            register.take(read)
            added += 1
        }
    }

    private func objection(to row: RosterRow, at place: Place) -> Finding? {
        let candidate = row.candidate
        func refuse(_ code: FindingCode, _ chinese: String, _ english: String) -> Finding {
            Finding(.error, code, at: place, Bilingual(chinese, english))
        }
        if let city = register.city(of: candidate.team), city != row.city {
            return refuse(
                .teamInTwoCities, "\(candidate.team)前面写的市州是“\(city)”，这里是“\(row.city)”，请统一",
                "\(candidate.team) was given under “\(city)”, here under “\(row.city)”")
        }
        if let other = register.candidate(withTicket: candidate.ticket) {
            return refuse(
                .duplicateTicket, "准考证号 \(candidate.ticket) 已属于 \(other.name)，请更正",
                "ticket \(candidate.ticket) belongs to \(other.name)")
        }
        if let other = register.candidate(withIdentity: candidate.identity) {
            return refuse(
                .duplicateIdentity, "与 \(other.name)（\(other.ticket)）身份证号相同，一人只能报一次",
                "same identity number as \(other.name) (\(other.ticket)); a person registers once")
        }
        if let seat = candidate.seat, let other = register.candidate(inSeat: seat) {
            return refuse(.duplicateSeat, "座位 \(seat) 已安排给 \(other.name)，请更正", "seat \(seat) is taken by \(other.name)")
        }
        if register.members(of: candidate.team) >= teamSize {
            return refuse(
                .teamTooLarge, "\(candidate.team)已有 \(teamSize) 人，按规则不能再增加",
                "\(candidate.team) has its \(teamSize) members")
        }
        return nil
    }
}
