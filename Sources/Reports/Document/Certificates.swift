package import ExamModel
package import Foundation

/// Certificates (荣誉证书), a sheet for each title that somebody earned. Where the judges have still to decide there is none.
package enum Certificates {
    /// 荣誉证书.html
    package static func write(_ data: ReportData, to url: URL) throws(Refusal) {
        try PrintedDocument.write(html(data), to: url)
    }

    static func html(_ data: ReportData) -> String {
        let people = data.rules.honours.flatMap { honour in
            data.standings.individuals.filter { $0.honours.contains(honour.name) }.map { certificate($0, honour, data) }
        }
        return PrintedDocument.html(
            title: "荣誉证书 · \(data.exam.title)", page: "A4 landscape", style: style,
            body: people.isEmpty ? [.element("p", [:], "没有已确定的称号。")] : people)
    }

    private static func certificate(_ standing: IndividualStanding, _ honour: Honour, _ data: ReportData) -> Markup {
        .element(
            "section", ["class": "sheet wide certificate"],
            [
                .element(
                    "div", ["class": "frame"],
                    [
                        .element("h1", [:], "荣誉证书"),
                        .element("p", ["class": "name"], [.element("strong", [:], standing.name), .text(" 同志：")]),
                        .element(
                            "p", ["class": "text"],
                            "在\(data.exam.title)中成绩优异，荣获“\(honour.name)”称号。"),
                        .element("p", ["class": "text"], "特发此证，以资鼓励。"),
                        .element(
                            "div", ["class": "signed"],
                            [
                                .element("p", [:], "（主办单位盖章）"),
                                .element("p", [:], ChineseDate.text(data.generatedAt)),
                            ]),
                        .element("p", ["class": "small"], "\(standing.team) · 准考证号 \(standing.ticket)"),
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
        .certificate h1 { font-size: 40pt; letter-spacing: 0.5em; text-indent: 0.5em; color: #a8322d; margin: 2mm 0 10mm; }
        .certificate p { font-size: 20pt; line-height: 1.9; margin: 0; }
        .certificate .text { text-indent: 2em; }
        .certificate .name strong { border-bottom: 0.4mm solid var(--ink); padding: 0 4mm; }
        .certificate .signed { margin-top: auto; text-align: right; }
        .certificate .signed p { font-size: 16pt; }
        .certificate .small { font-size: 9pt; text-align: center; margin-top: 4mm; }
        @media screen { .sheet { padding: 10mm; } }
        """
}
