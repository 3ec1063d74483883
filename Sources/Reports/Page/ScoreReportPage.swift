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
            head: [
                .element("meta", ["charset": "utf-8"]),
                .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .element("meta", ["name": "color-scheme", "content": "light dark"]),
                .element("title", [:], "成绩报告 · \(data.exam.title)"),
                .style(PageStyle.sheet),
            ],
            body: [
                header,
                .element("main", [:], [summary] + sections.map { section($0.id, $0.title, $0.content) }),
                footer,
            ])
    }

    /// The parts of the report, which the table of contents names.
    var sections: [(id: String, title: String, content: [Markup])] {
        [
            ("advancing", "晋级代表队", advancingTeams), ("honours", "个人称号", honours),
            ("distribution", "成绩分布", distribution), ("topics", "各知识领域得分率", topics),
            ("cities", "市州情况", cities), ("team-topics", "代表队知识结构", teamTopics),
            ("teams", "全部代表队", teams),
            ("individuals", "个人成绩", individuals), ("items", "试题分析", items), ("reliability", "试卷与成绩的可靠程度", reliability),
            ("flags", "待裁定与提示", flags),
            ("rules", "排名办法", rules), ("verification", "如何核验", verification),
        ]
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
                    "生成于 \(BeijingTime.day(data.generatedAt)) \(BeijingTime.clock(data.generatedAt))。身份证号已遮蔽；"
                        + "本页自成一体，不含脚本，不访问网络。")
            ])
    }
}
