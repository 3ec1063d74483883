import ExamModel
import Registration
import TableFile
import Testing

struct RosterImportTests {
    private static let header = ["准考证号", "姓名", "身份证号", "代表队", "市州", "单位", "队员类别", "座位"]

    /// The invented number of person `index`, under an area code that is not assigned.
    private static func identity(_ index: Int) -> String {
        let digits = "99000019900101".map { $0.wholeNumberValue ?? 0 } + [index / 100, index / 10 % 10, index % 10]
        return digits.map(String.init).joined()
            + String(decoding: [IdentityNumber.checkCharacter(of: digits)], as: UTF8.self)
    }

    private static func person(_ index: Int, team: String = "甲市一队", city: String = "甲市", role: String = "正式")
        -> [String]
    {
        ["T\(index)", "甲\(index)", identity(index), team, city, "甲市窗口", role, "1-\(index)"]
    }

    private func table(_ rows: [[String]], header: [String] = header) -> Table {
        let all = ([header] + rows).enumerated().map { index, cells in
            Table.Row(number: index + 1, line: index + 1, cells: cells.map { Table.Cell($0) })
        }
        return Table(file: "roster.csv", format: .csv, encoding: "utf-8", sheets: [Table.Sheet(name: nil, rows: all)])
    }

    /// A workbook whose sheets are called 表1, 表2, …, with all rows as given.
    private func workbook(_ sheets: [[[String]]]) -> Table {
        let sheets = sheets.enumerated().map { number, rows in
            Table.Sheet(
                name: "表\(number + 1)",
                rows: rows.enumerated().map { index, cells in
                    Table.Row(number: index + 1, line: nil, cells: cells.map { Table.Cell($0) })
                })
        }
        return Table(file: "roster.xlsx", format: .xlsx, encoding: "utf-8", sheets: sheets)
    }

    private static let barredHeader = ["姓名", "身份证号", "名单"]

    private func barred(_ people: Int...) throws -> BarredList {
        var barred = BarredList()
        try barred.add(workbook([[Self.barredHeader] + people.map { ["甲\($0)", Self.identity($0), "2019年度省邀请赛"] }]))
        return barred
    }

    private func imported(_ rows: [[String]], barred: BarredList = BarredList()) throws -> RosterImport {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: barred, teamSize: 4)
        try intake.add(table(rows))
        return intake
    }

    @Test func takesPeopleAndTheirTeams() throws {
        let intake = try imported([
            Self.person(1), Self.person(2, role: "替补"), Self.person(3, team: "乙市一队", city: "乙市"),
        ])
        #expect(intake.findings == [])
        #expect(intake.roster.teams.map(\.id) == ["甲市一队", "乙市一队"])
        #expect(intake.roster.candidates.map(\.role) == [.regular, .substitute, .regular])
    }

    @Test func columnsMayStandInAnyOrder() throws {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: BarredList(), teamSize: 4)
        try intake.add(table([Self.person(1).reversed()], header: Self.header.reversed()))
        #expect(intake.roster.candidates.first?.ticket == "T1")
    }

    @Test func barredPeopleAreStopped() throws {
        let intake = try imported([Self.person(1), Self.person(2)], barred: barred(2))
        #expect(intake.findings.map(\.code) == [.barred])
        #expect(intake.findings.first?.place.row == 3)
        #expect(intake.roster.candidates.map(\.ticket) == ["T1"])
    }

    @Test func repeatedRowsChangeNothing() throws {
        var intake = try imported([Self.person(1)])
        try intake.add(table([Self.person(1), Self.person(2)]))
        #expect(intake.findings.isEmpty)
        #expect(intake.roster.candidates.count == 2)
    }

    @Test(arguments: [
        (0, "T1", FindingCode.duplicateTicket), (2, identity(1), .duplicateIdentity), (7, "1-1", .duplicateSeat),
        (4, "丙市", .teamInTwoCities), (6, "领队", .badRole), (2, "5.10199E+17", .badIdentity), (1, "", .emptyCell),
        (0, "1.23E+09", .badTicket),
    ])
    func refusesARow(column: Int, text: String, code: FindingCode) throws {
        var second = Self.person(2)
        second[column] = text
        let intake = try imported([Self.person(1), second, Self.person(3)])
        #expect(intake.findings.map(\.code) == [code])
        #expect(intake.roster.candidates.map(\.ticket) == ["T1", "T3"])
    }

    @Test func aFifthMemberIsRefused() throws {
        #expect(try imported((1...5).map { Self.person($0) }).findings.map(\.code) == [.teamTooLarge])
    }

    @Test func missingColumnsAreNamedTogether() throws {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: BarredList(), teamSize: 4)
        let refusal = #expect(throws: Refusal.self) { try intake.add(table([], header: ["姓名", "单位"])) }
        #expect(refusal?.findings.first?.message.chinese.contains("准考证号、身份证号、代表队、市州、队员类别、座位") == true)
    }

    @Test func everySheetIsRead() throws {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: BarredList(), teamSize: 4)
        try intake.add(
            workbook([[Self.header, Self.person(1)], [], [Self.header.reversed(), Self.person(2).reversed()]]))
        #expect(intake.roster.candidates.map(\.ticket) == ["T1", "T2"])
        var list = BarredList()
        let rows = (1...2).map { [Self.barredHeader, ["甲\($0)", Self.identity($0), "2019年度省邀请赛"]] }
        try list.add(workbook(rows))
        #expect(
            try imported([Self.person(1), Self.person(2)], barred: list).findings.map(\.code) == [.barred, .barred])
    }

    @Test func aSheetOfAnotherKindIsNamedAndNothingTaken() throws {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: BarredList(), teamSize: 4)
        let book = workbook([[Self.header, Self.person(1)], [["说明"]], [["备注"]]])
        let refusal = #expect(throws: Refusal.self) { try intake.add(book) }
        #expect(refusal?.findings.map(\.code) == [.missingColumn, .missingColumn])
        #expect(refusal?.findings.map(\.place.sheet) == ["表2", "表3"])
        #expect(intake.roster.candidates.isEmpty)
    }

    @Test func aBarredListWithADamagedNumberBarsNobody() throws {
        var list = BarredList()
        let rows = [[Self.barredHeader, ["甲1", Self.identity(1), "赛"]], [Self.barredHeader, ["甲2", "123", "赛"]]]
        let refusal = #expect(throws: Refusal.self) { try list.add(workbook(rows)) }
        #expect(refusal?.findings.map(\.place.sheet) == ["表2"])
        #expect(try imported([Self.person(1)], barred: list).findings.isEmpty)
    }

    @Test func anEmptyFileIsRefused() throws {
        var intake = RosterImport(into: Roster(teams: [], candidates: []), barred: BarredList(), teamSize: 4)
        for sheets in [[], [[]], [[], []]] as [[[[String]]]] {
            let refusal = #expect(throws: Refusal.self) { try intake.add(workbook(sheets)) }
            #expect(refusal?.findings.map(\.code) == [.emptyTable])
        }
    }

    @Test func aBarredListWithoutPeopleIsRefused() throws {
        for sheets in [[], [[]], [[Self.barredHeader]]] as [[[[String]]]] {
            var list = BarredList()
            let refusal = #expect(throws: Refusal.self) { try list.add(workbook(sheets)) }
            #expect(refusal?.findings.map(\.code) == [.emptyTable])
            #expect(refusal?.findings.first?.message.chinese == "名单里没有人，请核对")
            #expect(refusal?.findings.first?.place.file == "roster.xlsx")
        }
    }
}
