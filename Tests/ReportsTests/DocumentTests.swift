import ExamModel
import ExamTestSupport
import Foundation
import Testing

@testable import Reports

/// What is printed and handed out.
struct DocumentTests {
    private func outline(_ html: String) throws -> PageOutline {
        try #require(PageOutline(html), "the page is not well-formed")
    }

    @Test func everyDocumentIsWellFormedAndLoadsNothing() throws {
        let data = try ReportFixture().data
        let admission = AdmissionData(
            exam: data.exam, roster: data.roster.seated(), rooms: [ExamRoom(name: "1", seats: 300, columns: 8)])
        let pages = [
            PublicNotice.html(data), ScoreSlips.html(data), Certificates.html(data), AdmissionTickets.html(admission),
            SeatingCharts.html(admission), RoomRecords.html(admission),
        ]
        for html in pages {
            let page = try outline(html)
            let loading: Set = ["script", "link", "img", "iframe", "object", "embed", "form"]
            #expect(page.elements.allSatisfy { !loading.contains($0.name) })
            #expect(page.all("html").first?.attributes["lang"] == "zh-Hans")
            for table in page.all("table") { #expect(table.children.first == "caption") }
            for heading in page.all("th") { #expect(["col", "row"].contains(heading.attributes["scope"])) }
            let style = try #require(page.all("style").first?.text)
            #expect(style.contains("@page") && !style.contains("url("))
        }
    }

    @Test func theNoticeMasksAndLeavesNobodyOut() throws {
        let data = try ReportFixture().data
        let html = PublicNotice.html(data)
        let page = try outline(html)
        for candidate in data.roster.candidates { #expect(!html.contains(candidate.identity.text)) }
        let cells = Set(page.all("td").map(\.text))
        for standing in data.standings.individuals { #expect(cells.contains(standing.ticket.text)) }
        for standing in data.standings.teams { #expect(cells.contains(standing.team.text)) }
    }

    @Test func aSlipForEverybodyWithTheirMarks() throws {
        let data = try ReportFixture().data
        let page = try outline(ScoreSlips.html(data))
        let slips = page.all("section")
        #expect(slips.count == data.standings.individuals.count)
        for (slip, standing) in zip(slips, data.standings.individuals) {
            #expect(slip.text.contains(standing.ticket.text) && slip.text.contains("第 \(standing.rank) 名"))
            for section in data.scores[standing.ticket]?.sections ?? [] { #expect(slip.text.contains(section.title)) }
        }
    }

    @Test func aCertificateForEveryTitleThatIsDecided() throws {
        let data = try ReportFixture().data
        let earned = data.standings.individuals.flatMap(\.honours).count
        let page = try outline(Certificates.html(data))
        #expect(page.all("section").count == earned)
        #expect(page.all("section").allSatisfy { $0.text.contains("二〇二〇年六月十八日") })
    }

    @Test func namesAreEscaped() throws {
        let data = try SmallExam.data()
        let page = try outline(ScoreSlips.html(data))
        #expect(page.all("b").isEmpty && page.all("script").isEmpty)
        #expect(page.all("dd").contains { $0.text == "<b>钱&\"乙'\u{FFFD}" })
    }

    @Test func roomsAreInOrderAndEverybodySitsInOne() throws {
        let data = try ReportFixture().data
        let roster = data.roster.seated()
        let admission = AdmissionData(exam: data.exam, roster: roster, rooms: [])
        #expect(admission.rooms.map(\.name) == ["1", "2", "3"])
        #expect(admission.rooms.flatMap(\.candidates).count == roster.candidates.count)
        let seats = admission.rooms[0].candidates.compactMap(\.seat)
        #expect(seats.prefix(3) == ["1-1", "1-2", "1-3"] && seats.contains("1-10"))
        let tickets = try outline(AdmissionTickets.html(admission))
        #expect(tickets.all("section").count == roster.candidates.count)
        #expect(tickets.all("section")[0].text.contains("第 1 考场"))
        #expect(try outline(RoomRecords.html(admission)).all("section").count == 3)
    }

    /// A room with a name is called by it, and comes where the list of rooms has it.
    @Test func roomsWithNames() throws {
        let data = try ReportFixture().data
        let names = ["1": "第一考场", "2": "实训楼302", "3": "第七考场"]
        let roster = data.roster.seated { seat in
            seat.replacing(seat.prefix(1), with: names[String(seat.prefix(1))] ?? "", maxReplacements: 1)
        }
        let rooms = ["第七考场", "实训楼302", "第一考场"].map { ExamRoom(name: $0, seats: 100, columns: 10) }
        let admission = AdmissionData(exam: data.exam, roster: roster, rooms: rooms)
        #expect(try outline(SeatingCharts.html(admission)).all("h1").map(\.text) == rooms.map { $0.name + "座次表" })
        #expect(try outline(RoomRecords.html(admission)).all("td").filter { $0.text == "第七考场" }.count == 1)
        #expect(try outline(AdmissionTickets.html(admission)).all("dd").contains { $0.text == "第一考场" })
    }

    @Test(arguments: [(0.0, "0.000"), (-0.0001, "0.000"), (0.0005, "0.001"), (-0.25, "-0.250"), (12.3456, "12.346")])
    func figuresAreRounded(_ value: Double, _ text: String) {
        #expect(Decimals.text(value, 3) == text)
    }
}

extension Roster {
    /// A hundred to a room, in the order of the roster.
    fileprivate func seated(_ name: (String) -> String = { $0 }) -> Roster {
        Roster(
            teams: teams,
            candidates: candidates.enumerated().map { index, person in
                Candidate(
                    ticket: person.ticket, name: person.name, identity: person.identity, team: person.team,
                    unit: person.unit, role: person.role, seat: name("\(index / 100 + 1)-\(index % 100 + 1)"))
            })
    }
}
