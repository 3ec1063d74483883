import ExamModel
import Registration
import TableFile
import Testing

struct RosterImportTests {
    private func table(_ rows: [[String]], header: [String] = Invented.header) -> Table {
        let all = ([header] + rows).enumerated().map { index, cells in
            Table.Row(number: index + 1, line: index + 1, cells: cells.map { Table.Cell($0) })
        }
        return Table(file: "roster.csv", format: .csv, encoding: "utf-8", sheets: [Table.Sheet(name: nil, rows: all)])
    }

    private func imported(_ rows: [[String]], barred: BarredList = BarredList()) throws -> RosterImport {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: barred, teamSize: 4)
        try intake.add(table(rows))
        return intake
    }

    @Test func takesPeopleAndTheirTeams() throws {
        let intake = try imported([
            Invented.person(1), Invented.person(2, role: "替补"), Invented.person(3, team: "乙市一队", city: "乙市"),
        ])
        #expect(intake.findings == [])
        #expect(intake.roster.teams.map(\.id) == ["甲市一队", "乙市一队"])
        #expect(intake.roster.candidates.map(\.role) == [.regular, .substitute, .regular])
    }

    @Test func columnsMayStandInAnyOrder() throws {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: BarredList(), teamSize: 4)
        try intake.add(table([Invented.person(1).reversed()], header: Invented.header.reversed()))
        #expect(intake.roster.candidates.first?.ticket == "T1")
    }

    @Test func repeatedRowsChangeNothing() throws {
        var intake = try imported([Invented.person(1)])
        try intake.add(table([Invented.person(1), Invented.person(2)]))
        #expect(intake.findings.isEmpty)
        #expect(intake.roster.candidates.count == 2)
    }

    @Test(arguments: [
        (0, "T1", FindingCode.duplicateTicket), (2, Invented.identity(1), .duplicateIdentity),
        (7, "1-1", .duplicateSeat),
        (4, "丙市", .teamInTwoCities), (6, "领队", .badRole), (2, "5.10199E+17", .badIdentity), (1, "", .emptyCell),
        (0, "1.23E+09", .badTicket),
    ])
    func refusesARow(column: Int, text: String, code: FindingCode) throws {
        var second = Invented.person(2)
        second[column] = text
        let intake = try imported([Invented.person(1), second, Invented.person(3)])
        #expect(intake.findings.map(\.code) == [code])
        #expect(intake.roster.candidates.map(\.ticket) == ["T1", "T3"])
    }

    @Test func aFifthMemberIsRefused() throws {
        #expect(try imported((1...5).map { Invented.person($0) }).findings.map(\.code) == [.teamTooLarge])
    }

    @Test func missingColumnsAreNamedTogether() throws {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: BarredList(), teamSize: 4)
        let refusal = #expect(throws: Refusal.self) { try intake.add(table([], header: ["姓名", "单位"])) }
        #expect(refusal?.findings.first?.message.chinese.contains("准考证号、身份证号、代表队、市州、队员类别、座位") == true)
    }

    @Test func everySheetIsRead() throws {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: BarredList(), teamSize: 4)
        try intake.add(
            Invented.workbook([
                [Invented.header, Invented.person(1)], [], [Invented.header.reversed(), Invented.person(2).reversed()],
            ]))
        #expect(intake.roster.candidates.map(\.ticket) == ["T1", "T2"])
        var list = BarredList()
        let rows = (1...2).map { [Invented.barredHeader, ["甲\($0)", Invented.identity($0), "2019年度省邀请赛"]] }
        try list.add(Invented.workbook(rows))
        #expect(
            try imported([Invented.person(1), Invented.person(2)], barred: list).findings.map(\.code) == [
                .barred, .barred,
            ])
    }

    @Test func aSheetOfAnotherKindIsNamedAndNothingTaken() throws {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: BarredList(), teamSize: 4)
        let book = Invented.workbook([[Invented.header, Invented.person(1)], [["说明"]], [["备注"]]])
        let refusal = #expect(throws: Refusal.self) { try intake.add(book) }
        #expect(refusal?.findings.map(\.code) == [.missingColumn, .missingColumn])
        #expect(refusal?.findings.map(\.place.sheet) == ["表2", "表3"])
        #expect(intake.roster.candidates.isEmpty)
    }

    @Test func anEmptyFileIsRefused() throws {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: BarredList(), teamSize: 4)
        for sheets in [[], [[]], [[], []]] as [[[[String]]]] {
            let refusal = #expect(throws: Refusal.self) { try intake.add(Invented.workbook(sheets)) }
            #expect(refusal?.findings.map(\.code) == [.emptyTable])
        }
    }

    @Test func aKnownPersonUnderAnotherCityIsNotTheSameRow() throws {
        var intake = try imported([Invented.person(1)])
        try intake.add(table([Invented.person(1, city: "丙市")]))
        #expect(intake.findings.map(\.code) == [.teamInTwoCities])
        #expect(intake.roster.teams.map(\.city) == ["甲市"])
    }
}
