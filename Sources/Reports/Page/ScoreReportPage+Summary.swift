import ExamModel

extension ScoreReportPage {
    var header: Markup {
        let session = data.exam.session
        return .element(
            "header", [:],
            [
                .element("p", ["class": "kind"], "成绩报告"),
                .element("h1", [:], data.exam.title),
                .element(
                    "p", ["class": "session"],
                    "\(session.name) · \(BeijingTime.day(session.start)) "
                        + "\(BeijingTime.clock(session.start))–\(BeijingTime.clock(session.end))"),
                contents,
            ])
    }

    /// The figures in the first place, and above them what is still to be decided.
    var summary: Markup {
        let figures = data.figures
        let advancing = data.standings.teams.count(where: \.advances)
        let entries: [(String, String, String)] = [
            ("实考", "\(figures.present)", "应考 \(figures.registered) 人"),
            ("代表队", "\(data.standings.teams.count)", "晋级 \(advancing) 队"),
            ("平均分", figures.mean?.description ?? "—", "满分 \(figures.full)"),
            ("中位数", figures.median?.description ?? "—", "满分 \(figures.full)"),
            ("最高分", figures.best?.description ?? "—", "满分 \(figures.full)"),
        ]
        let list = entries.map { name, value, note in
            Markup.element(
                "div", [:],
                [
                    .element("dt", [:], name), .element("dd", ["class": "figure"], value),
                    .element("dd", ["class": "note"], note),
                ])
        }
        return .element(
            "section", ["id": "summary", "aria-labelledby": "summary-heading"],
            [
                .element("h2", ["id": "summary-heading", "class": "quiet"], "概况"),
                adjudication,
                .element("dl", ["class": "figures"], list),
            ])
    }

    private var contents: Markup {
        .element(
            "nav", ["aria-label": "目录"],
            [
                .element(
                    "ol", [:],
                    sections.map { section in
                        .element("li", [:], [.element("a", ["href": "#\(section.id)"], section.title)])
                    })
            ])
    }

    private var adjudication: Markup {
        let open = data.standings.flags.count { $0.code == .tieAtCut }
        guard open > 0 else { return .nothing }
        return .element(
            "p", ["class": "notice"],
            [
                .text("有 \(open) 项须由裁判组裁定，裁定前相关名单未定："),
                .element("a", ["href": "#flags"], "见“待裁定与提示”"), .text("。"),
            ])
    }
}
