package import ExamModel
package import Foundation

/// A score slip (成绩单) for everybody who sat, two on a page: marks of every section, total, rank, what was earned.
package enum ScoreSlips {
    /// 成绩单.html
    package static func write(_ data: ReportData, to url: URL) throws(Refusal) {
        try PrintedDocument.write(html(data), to: url)
    }

    static func html(_ data: ReportData) -> String {
        let count = data.standings.individuals.count
        let slips = data.standings.individuals.map { slip($0, of: count, data) }
        return PrintedDocument.html(
            title: "成绩单 · \(data.exam.title)", page: "A4", style: style,
            body: slips.isEmpty ? [.element("p", [:], "没有成绩。")] : slips)
    }

    private static func slip(_ standing: IndividualStanding, of count: Int, _ data: ReportData) -> Markup {
        let candidate = data.candidates[standing.ticket]
        let score = data.scores[standing.ticket]
        let facts: [(String, String)] = [
            ("姓名", standing.name), ("准考证号", standing.ticket.text),
            ("身份证号", candidate?.identity.masked ?? ""), ("代表队", standing.team.text),
            ("单位", candidate?.unit ?? ""), ("考试日期", BeijingTime.day(data.exam.session.start)),
        ]
        let sections = (score?.sections ?? []).map { section in
            Markup.element(
                "tr", [:],
                [
                    .element("th", ["scope": "row"], section.title),
                    .element("td", ["class": "number"], "\(section.marks)"),
                    .element("td", ["class": "number"], "\(section.full)"),
                ])
        }
        let full = (score?.sections ?? []).reduce(Mark.zero) { $0 + $1.full }
        let head = ["大题", "得分", "满分"].map { Markup.element("th", ["scope": "col"], $0) }
        return .element(
            "section", ["class": "sheet slip"],
            [
                .element("h2", [:], "\(data.exam.title)\u{200B}成绩单"),
                .element(
                    "dl", [:],
                    facts.map { .element("div", [:], [.element("dt", [:], $0.0), .element("dd", [:], $0.1)]) }),
                .element(
                    "table", [:],
                    [
                        .element("caption", [:], "\(standing.name)各大题得分"),
                        .element("thead", [:], [.element("tr", [:], head)]),
                        .element(
                            "tbody", [:],
                            sections + [
                                .element(
                                    "tr", ["class": "total"],
                                    [
                                        .element("th", ["scope": "row"], "总分"),
                                        .element("td", ["class": "number"], "\(standing.score)"),
                                        .element("td", ["class": "number"], "\(full)"),
                                    ])
                            ]),
                    ]),
                .element(
                    "p", ["class": "place"],
                    "名次：第 \(standing.rank) 名（实考 \(count) 人）"
                        + (standing.honours.isEmpty ? "" : "　　称号：" + standing.honours.joined(separator: "、"))),
                .element(
                    "p", ["class": "small"], "对成绩有异议的，可在公示期内书面申请复核。本单由成绩数据直接生成，\(BeijingTime.day(data.generatedAt))。"),
            ])
    }

    private static let style = """
        .slip { break-inside: avoid; }
        .slip dl { display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 8mm; margin: 0 0 3mm; }
        .slip dl div { display: flex; gap: 3mm; }
        .slip dt { color: var(--soft); min-width: 5em; }
        .slip dd { margin: 0; }
        .slip tbody th { font-weight: 400; }
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
