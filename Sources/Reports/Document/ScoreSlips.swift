package import ExamModel
package import Foundation

/// A score slip (成绩单) for everybody who sat, two on a page: marks of every section, total, rank, what was earned.
package enum ScoreSlips {
    /// 成绩单.html
    package static func write(_ data: ReportData, to url: URL) throws(Refusal) {
        try PrintedDocument.write(html(data), to: url)
    }

    static func html(_ data: ReportData) -> String {
        let people = data.rules.countsPeople ? data.standings.individuals : []
        let count = people.count
        let slips = people.map { slip($0, of: count, data) }
        return PrintedDocument.html(
            in: data.language, title: data.say("成绩单", "Score slips") + " · \(data.exam.title)", page: "A4",
            style: style,
            body: slips.isEmpty ? [.element("p", [:], data.say("没有成绩。", "There are no marks."))] : slips)
    }

    private static func slip(_ standing: IndividualStanding, of count: Int, _ data: ReportData) -> Markup {
        let candidate = data.candidates[standing.ticket]
        let score = data.scores[standing.ticket]
        let facts: [(String, String)] = [
            (data.say("姓名", "Name"), standing.name), (data.say("准考证号", "Ticket"), standing.ticket.text),
            (data.say("身份证号", "Identity"), candidate?.identity.masked ?? ""),
            (data.say("代表队", "Team"), standing.team.text), (data.say("单位", "Unit"), candidate?.unit ?? ""),
            (data.say("考试日期", "Date"), BeijingTime.day(data.exam.session.start, in: data.language)),
        ]
        let sections = (score?.sections ?? []).map { section in
            Markup.element(
                "tr", [:],
                [
                    .element("th", ["scope": "row"], section.title),
                    .element("td", ["class": "number"], "\(section.marks)"),
                    .element("td", ["class": "number"], section.full > .zero ? "\(section.full)" : "—"),
                ])
        }
        let full = (score?.sections ?? []).reduce(Mark.zero) { $0 + $1.full }
        let head = [data.say("大题", "Section"), data.say("得分", "Marks"), data.say("满分", "Of")].map {
            Markup.element("th", ["scope": "col"], $0)
        }
        return .element(
            "section", ["class": "sheet slip"],
            [
                .element("h2", [:], data.say("\(data.exam.title)\u{200B}成绩单", "\(data.exam.title): score slip")),
                .element(
                    "dl", [:],
                    facts.map { .element("div", [:], [.element("dt", [:], $0.0), .element("dd", [:], $0.1)]) }),
                .element(
                    "table", [:],
                    [
                        .element("caption", [:], data.say("\(standing.name)各大题得分", "Marks of \(standing.name)")),
                        .element("thead", [:], [.element("tr", [:], head)]),
                        .element(
                            "tbody", [:],
                            sections + [
                                .element(
                                    "tr", ["class": "total"],
                                    [
                                        .element("th", ["scope": "row"], data.say("总分", "Total")),
                                        .element("td", ["class": "number"], "\(standing.score)"),
                                        .element("td", ["class": "number"], full > .zero ? "\(full)" : "—"),
                                    ])
                            ]),
                    ]),
                .element(
                    "p", ["class": "place"],
                    data.say(
                        "名次：第 \(standing.rank) 名（有成绩的 \(count) 人）", "Rank \(standing.rank) of \(count)")
                        + (standing.honours.isEmpty
                            ? "" : data.say("　　称号：", "; honours: ") + data.list(standing.honours))),
                .element(
                    "p", ["class": "small"],
                    data.say(
                        "对成绩有异议的，可在公示期内书面申请复核。本单由成绩数据直接生成，\(BeijingTime.day(data.generatedAt))。",
                        "Made from the marks on \(BeijingTime.day(data.generatedAt, in: .english)). Who doubts a mark may ask in "
                            + "writing for it to be checked while the notice hangs.")),
            ])
    }

    private static let style = """
        .slip { break-inside: avoid; }
        .slip dl { display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 8mm; margin: 0 0 3mm; }
        .slip dl div { display: flex; gap: 3mm; }
        .slip dt { color: var(--soft); min-width: 5em; }
        .slip dd { margin: 0; }
        .slip tbody th { font-weight: 400; }
        @media screen and (max-width: 760px) { .slip dl { grid-template-columns: 1fr; } }
        .total th, .total td { font-weight: 700; }
        .place { margin: 3mm 0 1mm; font-weight: 700; }
        @media print {
          .slip { break-after: auto; min-height: 125mm; padding: 0 0 6mm; }
          .slip:nth-of-type(even) { break-after: page; }
          .slip:nth-of-type(odd) { border-bottom: 0.3mm dashed var(--rule); margin-bottom: 8mm; }
          .slip:last-child { break-after: auto; border-bottom: 0; }
        }
        """
}
