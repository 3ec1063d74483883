import ExamModel
import Registration
import TableFile
import Testing

struct BarredListTests {
    private func imported(_ people: [Int], into roster: Roster = Roster(teams: [], candidates: []), barred: BarredList)
        throws -> RosterImport
    {
        var intake = RosterImport(into: roster, barred: barred, teamSize: 4)
        try intake.add(Invented.workbook([[Invented.header] + people.map { Invented.person($0) }]))
        return intake
    }

    @Test func barredPeopleAreStopped() throws {
        let intake = try imported([1, 2], barred: Invented.barred(2))
        #expect(intake.findings.map(\.code) == [.barred])
        #expect(intake.findings.first?.place.row == 3)
        #expect(intake.roster.candidates.map(\.ticket) == ["T1"])
    }

    @Test func aBarredListWithADamagedNumberBarsNobody() throws {
        var list = BarredList()
        let rows = [
            [Invented.barredHeader, ["甲1", Invented.identity(1), "赛"]], [Invented.barredHeader, ["甲2", "123", "赛"]],
        ]
        let refusal = #expect(throws: Refusal.self) { try list.add(Invented.workbook(rows)) }
        #expect(refusal?.findings.map(\.place.sheet) == ["表2"])
        #expect(try imported([1], barred: list).findings.isEmpty)
    }

    @Test func aBarredListWithoutPeopleIsRefused() throws {
        for sheets in [[], [[]], [[Invented.barredHeader]]] as [[[[String]]]] {
            var list = BarredList()
            let refusal = #expect(throws: Refusal.self) { try list.add(Invented.workbook(sheets)) }
            #expect(refusal?.findings.map(\.code) == [.emptyTable])
            #expect(refusal?.findings.first?.message.chinese == "名单里没有人，请核对")
            #expect(refusal?.findings.first?.place.file == "roster.xlsx")
        }
    }

    @Test func aPersonBarredLaterIsFoundAtTheNextImport() throws {
        let roster = try imported([1, 2], barred: BarredList()).roster
        let intake = try imported([1, 2, 3], into: roster, barred: Invented.barred(2))
        #expect(intake.findings.map(\.code) == [.barred])
        #expect(intake.findings.first?.place.row == 3)
        #expect(intake.roster.candidates.map(\.ticket) == ["T1", "T2", "T3"])
    }

    @Test func registeredPeopleAreLookedUp() throws {
        let roster = try imported([1, 2, 3], barred: BarredList()).roster
        let barred = try Invented.barred(3, 1, 7)
        let findings = barred.findings(in: roster, file: "roster.json")
        #expect(findings.map(\.code) == [.barred, .barred])
        #expect(findings.map(\.place) == [Place(file: "roster.json"), Place(file: "roster.json")])
        let words = try imported([1, 2, 3], barred: barred).findings.map(\.message)
        #expect(findings.map(\.message) == words)
        #expect(try Invented.barred(7).findings(in: roster, file: "roster.json").isEmpty)
    }
}
