import ExamModel
import Testing

@testable import Reports

struct ChartTests {
    @Test func ticksAreRoundAndInside() {
        let scale = Scale(from: 41.5, to: 97, start: 0, end: 100)
        #expect(scale.ticks(most: 9) == [50, 60, 70, 80, 90])
        #expect(scale.position(41.5) == 0 && scale.position(97) == 100)
        #expect(Scale(from: 0, to: 0, start: 5, end: 9).position(3) == 5)
    }

    @Test func everyCityHasABoxWithItsHinges() throws {
        let data = try ReportFixture().data
        let page = try #require(PageOutline(ScoreReportPage(data).html))
        let boxes = page.all("rect").filter { $0.attributes["class"] == "box" }
        #expect(boxes.count == data.figures.cities.count { $0.spread != nil })
        let cells = page.all("td").map(\.text)
        for city in data.figures.cities {
            let spread = try #require(city.spread)
            #expect(cells.contains(spread.lower.text(decimals: 2)) || cells.contains("\(spread.lower)"), "\(city.city)")
            #expect(spread.lowest <= spread.lower && spread.lower <= spread.median && spread.median <= spread.upper)
        }
    }

    @Test func everyTeamHasARadarAndARow() throws {
        let data = try ReportFixture().data
        let page = try #require(PageOutline(ScoreReportPage(data).html))
        #expect(page.all("figcaption").map(\.text) == data.standings.teams.map(\.team.text))
        let limited = try #require(PageOutline(ScoreReportPage(data, teamsShown: 5).html))
        #expect(limited.all("figcaption").count == 5)
    }

    @Test func everyItemIsOnTheMapAndInTheTable() throws {
        let data = try ReportFixture().data
        let page = try #require(PageOutline(ScoreReportPage(data).html))
        let items = try #require(data.analysis.forms.first).items
        #expect(page.all("circle").count == items.count { !$0.isSuspect })
        let flagged = page.all("polygon").filter { $0.attributes["class"] == "flagged" }
        #expect(flagged.count == items.count(where: \.isSuspect))
        #expect(page.all("h3").contains { $0.text == "请核对答案的试题" })
        #expect(page.all("td").contains { $0.text == "37.2%" })
    }
}
