import ExamModel
import ExamTestSupport
import Foundation
import Testing

@testable import Reports

struct ScoreReportPageTests {
    private func outline(_ data: ReportData) throws -> PageOutline {
        try #require(PageOutline(ScoreReportPage(data).html), "the page is not well-formed")
    }

    @Test func escapesEverything() throws {
        let data = try SmallExam.data()
        let page = try outline(data)
        #expect(page.all("script").isEmpty)
        #expect(page.all("b").isEmpty)
        #expect(page.all("h1").map(\.text) == [SmallExam.hostileTitle])
        #expect(page.all("td").contains { $0.text == "<b>钱&\"乙'\u{FFFD}" })
        #expect(page.all("code").map(\.text) == ["abc&def"])
        #expect(page.all("th").contains { $0.text == "社会保险 & <待遇" })
    }

    @Test func isAccessible() throws {
        let page = try outline(ReportFixture().data)
        #expect(page.all("html").first?.attributes["lang"] == "zh-Hans")
        #expect(page.all("h1").count == 1)
        for table in page.all("table") { #expect(table.children.first == "caption") }
        for heading in page.all("th") { #expect(["col", "row"].contains(heading.attributes["scope"])) }
        for chart in page.all("svg") {
            #expect(chart.children.prefix(2) == ["title", "desc"])
            #expect(chart.attributes["role"] == "img")
        }
        #expect(!page.all("svg").isEmpty)

        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        let named = page.elements.compactMap { $0.attributes["aria-labelledby"] }.flatMap { $0.split(separator: " ") }
        #expect(named.allSatisfy { ids.contains(String($0)) })
        #expect(page.all("a").allSatisfy { ids.contains(String($0.attributes["href"]?.dropFirst() ?? "")) })
    }

    /// Who reads the report or the notice learns what was corrected, and why.
    @Test func correctionsOnAppealAreTold() throws {
        let change = Bilingual("A 卷第 1 题（1）：标准答案由A（<甲>）改为B（乙）；申诉成立", "form A, no. 1 (1): …")
        let note = CorrectionNote(number: 2, reason: "第3号申诉", changes: [change])
        let data = try SmallExam.data(corrections: [note])
        for html in [ScoreReportPage(data).html, PublicNotice.html(data)] {
            let page = try #require(PageOutline(html))
            #expect(page.all("li").contains { $0.text.hasPrefix("第 2 号更正：第3号申诉") })
            #expect(page.all("li").contains { $0.text == change.chinese })
        }
        let untouched = try SmallExam.data()
        #expect(!ScoreReportPage(untouched).html.contains("更正与改判"))
        #expect(!PublicNotice.html(untouched).contains("更正说明"))
    }

    /// Nothing is loaded and nothing runs.
    @Test func isSelfContained() throws {
        let page = try outline(ReportFixture().data)
        let loading: Set = ["script", "link", "img", "iframe", "object", "embed", "video", "audio", "use", "form"]
        #expect(page.elements.allSatisfy { !loading.contains($0.name) })
        for element in page.elements {
            #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "src" && $0 != "style" })
        }
        let style = try #require(page.all("style").first?.text)
        #expect(!style.contains("url(") && !style.contains("@import"))
        #expect(style.contains("prefers-color-scheme: dark") && style.contains("@page"))
    }

    @Test func holdsEveryPart() throws {
        let data = try ReportFixture().data
        let page = try outline(data)
        #expect(
            page.all("h2").map(\.text) == ["概况"] + ScoreReportPage(data).sections.map(\.title))
        let figures = page.all("dd").filter { $0.attributes["class"] == "figure" }.map(\.text)
        #expect(figures.prefix(3) == ["\(data.figures.present)", "63", data.figures.mean?.description ?? ""])
        for team in data.standings.teams {
            #expect(page.all("td").contains { $0.text == team.why }, "\(team.team) has no reason on the page")
        }
        let bars = page.all("rect").filter { $0.attributes["rx"] != nil }
        #expect(bars.count == data.figures.distribution.count { $0.count > 0 })
        #expect(
            data.standings.flags.allSatisfy { flag in page.all("li").contains { $0.text.contains(flag.message.chinese) }
            })
    }

    @Test func showsTheFirstPeopleAndTheirEquals() throws {
        let data = try ReportFixture().data
        let page = try #require(PageOutline(ScoreReportPage(data, individualsShown: 5).html))
        let rows = page.all("tr").filter { $0.path.contains("tbody") }
        let people = data.standings.individuals.filter { $0.rank <= 5 }
        let table = try #require(page.all("table").first { $0.text.hasPrefix("个人成绩与名次") })
        #expect(people.allSatisfy { table.text.contains($0.ticket.text) })
        #expect(rows.count { row in people.contains { row.text.contains($0.ticket.text) } } >= people.count)
        #expect(!table.text.contains(data.standings.individuals[people.count].ticket.text))
    }

    @Test func anOpenTieIsAnnouncedAtTheTop() throws {
        let page = try outline(SmallExam.data())
        let notice = page.all("p").first { $0.attributes["class"] == "notice" }
        #expect(notice?.text.hasPrefix("有 2 项须由裁判组裁定") == true)
        #expect(page.all("tr").count { $0.attributes["class"] == "open" } == 2)
        let settled = try outline(SmallExam.data(seats: [SmallExam.score("0001", 5000, 4000)]))
        #expect(!settled.all("p").contains { $0.attributes["class"] == "notice" })
    }

    @Test func standsWithoutAnyScore() throws {
        let page = try outline(SmallExam.data(seats: []))
        #expect(!page.all("section").contains { $0.attributes["id"] == "distribution" })
        #expect(page.all("svg").isEmpty)
    }

    @Test func writesWhatItShows() throws {
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "成绩报告.html")
        let page = ScoreReportPage(try SmallExam.data())
        try page.write(to: url)
        #expect(try Data(contentsOf: url) == Data(page.html.utf8))
        #expect(page.html.contains("2020年6月18日 09:30–11:30"))
        #expect(page.html.contains("生成于 2020年6月18日 16:05"))
    }
}
