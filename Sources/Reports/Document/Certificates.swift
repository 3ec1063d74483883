package import ExamModel
package import Foundation

/// Certificates (荣誉证书), a sheet for each title that a person or a team earned. Where the judges have still to decide there is none.
package enum Certificates {
    /// 荣誉证书.html
    package static func write(_ data: ReportData, to url: URL) throws(Refusal) {
        try PrintedDocument.write(html(data), to: url)
    }

    static func html(_ data: ReportData) -> String {
        let people = data.rules.honours.flatMap { honour in
            data.standings.individuals.filter { $0.honours.contains(honour.name) }.map { standing in
                certificate(
                    for: standing.name, honour.name,
                    small: data.say(
                        "\(standing.team) · 准考证号 \(standing.ticket)", "\(standing.team) · ticket \(standing.ticket)"),
                    data)
            }
        }
        let teams = (data.rules.prizes ?? []).flatMap { prize in
            data.standings.teams.filter { $0.honours?.contains(prize.name) == true }.map {
                certificate(for: $0.team.text, prize.name, small: $0.city, isTeam: true, data)
            }
        }
        let none = data.say("没有已确定的称号和奖项。", "Nobody is sure of an honour or a prize yet.")
        return PrintedDocument.html(
            in: data.language, title: data.say("荣誉证书", "Certificates") + " · \(data.exam.title)", page: "A4 landscape",
            style: style, body: people.isEmpty && teams.isEmpty ? [.element("p", [:], none)] : teams + people)
    }

    private static func certificate(
        for name: String, _ title: String, small: String, isTeam: Bool = false, _ data: ReportData
    ) -> Markup {
        let date = data.say(ChineseDate.text(data.generatedAt), BeijingTime.day(data.generatedAt, in: .english))
        let words = data.say(
            "在\(data.exam.title)中成绩优异，荣获“\(title)”\(isTeam ? "" : "称号")。",
            "has earned the title “\(title)” in \(data.exam.title).")
        return .element(
            "section", ["class": "sheet wide certificate"],
            [
                .element(
                    "div", ["class": "frame"],
                    [
                        .element("h1", [:], data.say("荣誉证书", "Certificate")),
                        .element(
                            "p", ["class": "name"],
                            [.element("strong", [:], name), .text(data.say(isTeam ? "：" : " 同志：", ""))]),
                        .element("p", ["class": "text"], words),
                        data.language == .chinese
                            ? .element("p", ["class": "text"], "特发此证，以资鼓励。") : .nothing,
                        .element(
                            "div", ["class": "signed"],
                            [
                                .element("p", [:], data.say("（主办单位盖章）", "(seal of the organiser)")),
                                .element("p", [:], date),
                            ]),
                        .element("p", ["class": "small"], small),
                    ])
            ])
    }

    private static let style = """
        @page { margin: 10mm; }
        .certificate { display: flex; }
        .frame {
          flex: 1; min-height: 180mm; padding: 14mm 26mm 8mm; border: 1mm double #a8322d; outline: 0.4mm solid #c9a45c; outline-offset: -3mm;
          display: flex; flex-direction: column;
        }
        .certificate h1 { font-size: 40pt; color: #a8322d; margin: 2mm 0 10mm; }
        .certificate h1:lang(zh) { letter-spacing: 0.5em; text-indent: 0.5em; }
        .certificate p { font-size: 24pt; line-height: 1.9; margin: 0; }
        .certificate .text { text-indent: 2em; }
        html:lang(en) .certificate :is(.name, .text) { text-align: center; text-indent: 0; text-wrap: balance; }
        .certificate .name strong { border-bottom: 0.4mm solid var(--ink); padding: 0 4mm; }
        .certificate .signed { margin-top: auto; text-align: right; }
        .certificate .signed p { font-size: 18pt; }
        .certificate .small { font-size: 9pt; text-align: center; margin-top: 4mm; }
        @media screen { .sheet { padding: 10mm; } }
        """
}
