import ExamModel

extension ScoreReportPage {
    var header: Markup {
        let session = data.exam.session
        return .element(
            "header", [:],
            [
                .element("p", ["class": "kind"], data.say("成绩报告", "Score report")),
                .element("h1", [:], data.exam.title),
                .element(
                    "p", ["class": "session"],
                    "\(session.name) · \(BeijingTime.day(session.start, in: data.language)) "
                        + "\(BeijingTime.clock(session.start))–\(BeijingTime.clock(session.end))"),
                contents,
            ])
    }

    /// The figures in the first place, and above them what is still to be decided.
    var summary: Markup {
        let figures = data.figures
        let advancing = data.standings.teams.count(where: \.advances)
        let full = figures.full > .zero ? data.say("满分 \(figures.full)", "of \(figures.full)") : ""
        let people = [
            (
                data.say("实考", "Present"), "\(figures.present)",
                data.say("应考 \(figures.registered) 人", "of \(figures.registered) registered")
            )
        ]
        let teams = [
            (
                data.say("代表队", "Teams"), "\(data.standings.teams.count)",
                data.rules.advancing > 0 ? data.say("晋级 \(advancing) 队", "\(advancing) advance") : ""
            )
        ]
        let marks = [
            (data.say("平均分", "Mean"), figures.mean?.description ?? "—", full),
            (data.say("中位数", "Median"), figures.median?.description ?? "—", full),
            (data.say("最高分", "Best"), figures.best?.description ?? "—", full),
        ]
        let entries =
            (data.rules.countsPeople ? people : []) + (data.rules.individualsOnly == true ? [] : teams)
            + (data.rules.countsPeople ? marks : [])
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
                .element("h2", ["id": "summary-heading", "class": "quiet"], data.say("概况", "Overview")),
                adjudication,
                .element("dl", ["class": "figures"], list),
            ])
    }

    private var contents: Markup {
        .element(
            "nav", ["aria-label": data.say("目录", "Contents")],
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
                .text(
                    data.say(
                        "有 \(open) 项须由裁判组裁定，裁定前相关名单未定：",
                        "What the judges must still decide: \(open). Until then the lists are open: ")),
                .element("a", ["href": "#flags"], data.say("见“待裁定与提示”", "see what is to be decided")),
                .text(data.say("。", ".")),
            ])
    }
}
