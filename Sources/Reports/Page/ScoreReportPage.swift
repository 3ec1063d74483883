import AtomicFile
package import ExamModel
package import Foundation

/// The score report (成绩报告) that officials read: one HTML page that needs nothing else, on screen and on paper.
package struct ScoreReportPage {
    let data: ReportData
    let individualsShown: Int
    /// How many teams have a chart of their own.
    let teamsShown: Int

    /// - Parameter individualsShown: How far down the individual ranking is shown; equals of the last are shown too.
    package init(_ data: ReportData, individualsShown: Int = 50, teamsShown: Int = 100) {
        self.data = data
        self.teamsShown = teamsShown
        self.individualsShown = individualsShown
    }

    /// - Throws: What ``AtomicFile`` throws.
    package func write(to url: URL) throws(Refusal) {
        try AtomicFile.write(Data(html.utf8), to: url)
    }

    package var html: String {
        Markup.document(
            in: data.language,
            head: [
                .element("meta", ["charset": "utf-8"]),
                .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .element("meta", ["name": "color-scheme", "content": "light dark"]),
                .element("title", [:], data.say("成绩报告", "Score report") + " · \(data.exam.title)"),
                .style(PageStyle.sheet),
            ],
            body: [
                header,
                .element("main", [:], [summary] + sections.map { section($0.id, $0.title, $0.content) }),
                footer,
            ])
    }

    typealias Part = (id: String, title: String, content: [Markup])

    /// The parts of the report, which the table of contents names: those that the contest has.
    var sections: [Part] {
        let (rules, figures) = (data.rules, data.figures)
        let advances = rules.advancing > 0 || rules.host != nil
        let hasTeams = rules.individualsOnly != true
        let hasForms = !data.analysis.forms.isEmpty
        let parts: [(isThere: Bool, part: Part)] = [
            (advances, ("advancing", data.say("晋级代表队", "Teams that advance"), advancingTeams)),
            (true, ("honours", data.say("称号与奖项", "Honours and prizes"), prizes + honours)),
            (
                !figures.distribution.isEmpty,
                ("distribution", data.say("成绩分布", "Distribution of marks"), distribution)
            ),
            (!figures.topics.isEmpty, ("topics", data.say("各知识领域得分率", "Score rates by topic"), topics)),
            (true, ("cities", data.say("市州情况", "Cities"), cities)),
            (
                hasTeams && !figures.topics.isEmpty,
                ("team-topics", data.say("代表队知识结构", "What teams know"), teamTopics)
            ),
            (hasTeams, ("teams", data.say("全部代表队", "All teams"), teams)),
            (rules.countsPeople, ("individuals", data.say("个人成绩", "Individual results"), individuals)),
            (hasForms, ("items", data.say("试题分析", "Item analysis"), items)),
            (
                hasForms,
                ("reliability", data.say("试卷与成绩的可靠程度", "How far the marks can be trusted"), reliability)
            ),
            (
                !data.corrections.isEmpty,
                ("corrections", data.say("更正与改判", "Corrections on appeal"), CorrectionList.markup(data))
            ),
            (true, ("flags", data.say("待裁定与提示", "To be decided, and remarks"), flags)),
            (true, ("rules", data.say("排名办法", "How places are given"), self.rules)),
            (true, ("verification", data.say("如何核验", "How to check this"), verification)),
        ]
        return parts.filter(\.isThere).map(\.part)
    }

    private func section(_ id: String, _ title: String, _ content: [Markup]) -> Markup {
        .element(
            "section", ["id": id, "aria-labelledby": "\(id)-heading"],
            [.element("h2", ["id": "\(id)-heading"], title)] + content)
    }

    private var footer: Markup {
        .element(
            "footer", [:],
            [
                .element(
                    "p", [:],
                    data.generatedText
                        + data.say(
                            "。身份证号已遮蔽；本页自成一体，不含脚本，不访问网络。",
                            ". Identity numbers are masked; the page needs no network and holds no script."))
            ])
    }
}
