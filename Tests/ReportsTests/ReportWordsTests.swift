import ExamModel
import Foundation
import Ranking
import Testing

@testable import Reports

/// What reports say of rules and flags, in both languages.
struct ReportWordsTests {
    private func outline(_ html: String) throws -> PageOutline {
        try #require(PageOutline(html), "the page is not well-formed")
    }

    private func isHan(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    /// Headings, captions, column heads and the words of charts are all in English; names and titles stay.
    @Test func theEnglishReportsSpeakEnglish() throws {
        let data = try ReportFixture().data.written(in: .english)
        let given = Set(
            data.rules.honours.map(\.name) + data.sectionTitles + data.figures.topics.map(\.domain)
                + data.figures.teams.map(\.team.text) + data.figures.cities.map(\.city)
                + data.standings.individuals.map(\.name) + [data.exam.title, "核验命令"])
        for html in [
            ScoreReportPage(data).html, PublicNotice.html(data), ScoreSlips.html(data), Certificates.html(data),
        ] {
            let page = try outline(html)
            #expect(page.all("html").first?.attributes["lang"] == "en")
            for name in ["h2", "h3", "th", "caption", "title", "desc", "figcaption", "dt"] {
                for element in page.all(name) {
                    let own = given.sorted { $0.count > $1.count }.reduce(element.text) { $0.replacing($1, with: "") }
                    let isName = ["th", "dt"].contains(name) && element.attributes["scope"] == "row"
                    #expect(isName || !isHan(own) || own.contains("SHA-256"), "\(name): \(element.text)")
                }
            }
        }
        for list in [ResultList.detailedIndividuals(data), .teams(data), .cities(data), .items(data), .options(data)] {
            #expect(!isHan(list.title))
            let titles = list.columns.map(\.title).filter { !given.contains($0) }
            #expect(titles.allSatisfy { !isHan($0) }, "\(titles)")
        }
    }

    private func data(_ rules: CompetitionRules, flags: [StandingsFlag]) throws -> ReportData {
        let data = try SmallExam.data()
        return ReportData(
            exam: data.exam, roster: data.roster, rules: rules, scores: Array(data.scores.values),
            standings: Standings(
                teams: data.standings.teams, individuals: data.standings.individuals, flags: flags,
                cities: [CityParticipation(rank: 1, city: "成都市", registered: 4, present: 3)]),
            figures: data.figures, analysis: data.analysis, items: [], generatedAt: data.generatedAt, verification: [])
    }

    /// A kind of flag that somebody adds to the model must be printed too.
    @Test func everyKindOfFlagIsPrinted() throws {
        let flags = StandingsFlag.Kind.allCases.map { kind in
            StandingsFlag(
                code: kind, subjects: ["0004"],
                message: Bilingual("提示 \(kind.rawValue)", "remark \(kind.rawValue)"))
        }
        let data = try data(ReportFixture.rules, flags: flags)
        for (language, word) in [(Language.chinese, "提示"), (.english, "remark")] {
            let page = try outline(ScoreReportPage(data.written(in: language)).html)
            let items = page.all("li").map(\.text)
            for kind in StandingsFlag.Kind.allCases {
                #expect(items.contains { $0.hasPrefix("\(word) \(kind.rawValue)") }, "\(kind)")
            }
        }
    }

    @Test func rulesAreSaidInTheirFullWidth() throws {
        let share = Honour.CrossCheck(share: Share(basisPoints: 500), base: .registered, rounding: .up)
        let rules = CompetitionRules(
            teamSize: 4, counted: 3, advancing: 3, tieBreaks: [.component("竞答"), .bestMember],
            honours: [
                Honour(name: "甲", count: 0, crossCheck: share, excludesAdvancing: true, share: share),
                Honour(name: "乙", count: 0, crossCheck: nil, excludesAdvancing: false, atLeast: Mark(90)),
                Honour(
                    name: "丙", count: 0, crossCheck: nil, excludesAdvancing: false, component: "风采", perTeam: 1,
                    excludedTeams: ["某队"]),
            ],
            components: [
                .written,
                Component(
                    name: "竞答", source: .file("live.csv"), subject: .team, weight: Share(basisPoints: 4000),
                    full: Mark(150)),
                Component(name: "风采", source: .file("style.csv"), subject: .person, isOnlyShown: true),
            ], host: "东道主队", prizes: [Prize(name: "一等奖", count: 1)], peopleDecide: true)
        let data = try data(rules, flags: [])
        let words = RulesInWords(data).sentences.joined(separator: "\n")
        for part in [
            "“竞答”计入总成绩，满分 150 分折算为百分制，占 40%", "“风采”只列出，不计入", "“竞答”高者在前；最高个人成绩高者在前",
            "东道主东道主队直接晋级，其余各队总成绩前 3 名", "一等奖 1 队", "“甲”：未晋级代表队的队员中取前若干名，名额为报名人数的 5%（小数进一）",
            "另按“报名人数的 5%（小数进一）”核对", "“乙”：达到 90 分的全部人员", "“丙”：不含某队的人员，按“风采”成绩，每队前 1 名", "供研究决定",
        ] { #expect(words.contains(part), "\(part) in \(words)") }
        let english = RulesInWords(data.written(in: .english)).sentences.joined(separator: "\n")
        for part in ["with a weight of 40%", "Everybody with 90 marks or more", "The first 1 of each team"] {
            #expect(english.contains(part), "\(part) in \(english)")
        }
    }

    @Test func prizesOfTeamsAreListedAndCertified() throws {
        let plain = try SmallExam.data()
        let rules = CompetitionRules(
            teamSize: 2, counted: 1, advancing: 0, tieBreaks: [], honours: [],
            prizes: [Prize(name: "一等奖", count: 1), Prize(name: "二等奖", count: 1)])
        let scores = [SmallExam.score("0001", 5000, 4000), SmallExam.score("0003", 3000, 4000)]
        let standings = try Ranker(rules: rules, roster: plain.roster).standings(for: scores)
        let data = ReportData(
            exam: plain.exam, roster: plain.roster, rules: rules, scores: scores, standings: standings,
            figures: plain.figures, analysis: plain.analysis, items: [], generatedAt: plain.generatedAt,
            verification: [])
        let certificates = try outline(Certificates.html(data)).all("p").map(\.text)
        #expect(certificates.contains("甲队：") && certificates.contains { $0.contains("荣获“一等奖”。") })
        let notice = try outline(PublicNotice.html(data)).all("td").map(\.text)
        #expect(notice.contains("一等奖") && notice.contains("二等奖"))
        #expect(TeamColumn.all(rules).count == 7)
        #expect(ResultList.teams(data).columns.map(\.title) == ["名次", "代表队", "市州", "总成绩", "计分队员", "奖项", "排名说明"])
    }
}
