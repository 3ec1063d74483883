import ExamModel
import ExamTestSupport
import Foundation
import TableFile
import Testing

@testable import Reports

struct ScoreListsTests {
    private func written(_ write: (ReportData, URL) throws -> Void) throws -> String {
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "列表.csv")
        try write(SmallExam.data(), url)
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }

    @Test func individuals() throws {
        #expect(
            try written(ScoreLists.writeIndividuals)
                == """
                \u{FEFF}名次,准考证号,姓名,身份证号,代表队,市州,单位,总分,称号,排名说明\r
                1,0001,赵甲,110105********002X,甲队,成都市,"某县,社保局",9,,总分 9；与孙丙同分且各项排名依据相同，并列第1名；“知识通”末位并列待裁定\r
                1,0003,孙丙,110105********002X,'=乙队,自贡市,"某县,社保局",9,,总分 9；与赵甲同分且各项排名依据相同，并列第1名；“知识通”末位并列待裁定\r
                3,0002,"<b>钱&""乙'\u{1}",110105********002X,甲队,成都市,"某县,社保局",7.5,,总分 7.5\r

                """)
    }

    @Test func teams() throws {
        #expect(
            try written(ScoreLists.writeTeams)
                == """
                \u{FEFF}名次,代表队,市州,总成绩,计分队员,晋级,排名说明\r
                1,'=乙队,自贡市,9,孙丙 9,待裁定,一名计分队员 9；与甲队同分且各项排名依据相同，并列第1名；2 队争 1 个晋级名额，并列待裁定\r
                1,甲队,成都市,9,赵甲 9,待裁定,一名计分队员 9；与=乙队同分且各项排名依据相同，并列第1名；2 队争 1 个晋级名额，并列待裁定\r

                """)
    }

    @Test func honoursListNobodyWhoIsUndecided() throws {
        #expect(try written(ScoreLists.writeHonours) == "\u{FEFF}称号,名次,准考证号,姓名,身份证号,代表队,市州,单位,总分,排名说明\r\n")
    }

    @Test func ourOwnReaderReadsThemBack() throws {
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "个人成绩.csv")
        let data = try ReportFixture().data
        try ScoreLists.writeIndividuals(data, to: url)
        let sheet = try #require(try TableFile.read(url).sheets.first)
        #expect(sheet.rows.count == data.standings.individuals.count + 1)
        #expect(sheet.rows.dropFirst().map { $0[1] } == data.standings.individuals.map(\.ticket.text))
        #expect(sheet.rows.dropFirst().map { $0[7] } == data.standings.individuals.map(\.score.description))
    }

    @Test func noIdentityNumberGetsOut() throws {
        let data = try ReportFixture().data
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "个人成绩.csv")
        try ScoreLists.writeIndividuals(data, to: url)
        let everything = String(decoding: try Data(contentsOf: url), as: UTF8.self) + ScoreReportPage(data).html
        for candidate in data.roster.candidates {
            #expect(!everything.contains(candidate.identity.text))
        }
    }
}
