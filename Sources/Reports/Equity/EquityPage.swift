import AtomicFile
package import ExamModel
package import Foundation

/// The equity report (试卷等值分析): blueprint against forms, row by row, and form against form. One HTML page that needs
/// nothing else, on screen and on paper.
package struct EquityPage {
    /// More forms than this are summed up by their extremes.
    static let formsShown = 10

    let title: String
    let figures: EquityFigures

    package init(title: String, _ figures: EquityFigures) {
        self.title = title
        self.figures = figures
    }

    package func write(to url: URL) throws(Refusal) {
        try AtomicFile.write(Data(html.utf8), to: url, permissions: 0o600)
    }

    var html: String {
        let head: [Markup] = [
            .element("meta", ["charset": "utf-8"]),
            .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .element("title", [:], title + " · 试卷等值分析"),
            .style(PageStyle.sheet + "\n" + EquityStyle.sheet),
        ]
        let heading: [Markup] = [
            .element("p", ["class": "kind"], "试卷等值分析"),
            .element("h1", [:], title),
            .element("p", ["class": "session"], "内部资料：启封之前不得外传。各套只列题数和统计量，不含试题。"),
        ]
        let sections: [Markup] = [summary, blueprintRows, levels, scores, sharing]
        return Markup.document(head: head, body: [.element("header", [:], heading), .element("main", [:], sections)])
    }

    /// The forms of which single figures are shown.
    var shown: [FormFigures] { Array(figures.forms.prefix(Self.formsShown)) }

    private var summary: Markup {
        let means = figures.forms.map(\.meanP)
        let gap = (means.max() ?? 0) - (means.min() ?? 0)
        let broken = figures.forms.reduce(0) { $0 + brokenRows(of: $1) }
        return .element(
            "dl", ["class": "figures"],
            [
                figure("试卷", "\(figures.forms.count)", "套，每套 \(figures.forms.first?.items ?? 0) 题"),
                figure("不合细目表", "\(broken)", broken == 0 ? "逐行核对，全部相符" : "处，见下表"),
                figure("平均难度值相差", thousandths(gap, digits: 5), "各套最大差"),
                figure(
                    "两套共用题", "\(figures.overlap.largest)", "最多；平均 \(thousandths(figures.overlap.mean, digits: 4))"),
                figure("因卷而异", percent(figures.luck.mean), "同等水平两人得分因卷不同的机会，最大 \(percent(figures.luck.most))"),
            ])
    }

    private func brokenRows(of form: FormFigures) -> Int {
        zip(figures.rows, form.counts).count { !$0.holds($1) }
    }

    private func figure(_ name: String, _ value: String, _ note: String) -> Markup {
        .element(
            "div", [:],
            [
                .element("dt", [:], name), .element("dd", ["class": "figure"], value),
                .element("dd", ["class": "note"], note),
            ])
    }

    /// 70123 with five digits is 0.70123.
    func thousandths(_ value: Int, digits: Int) -> String {
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        return "\(value / scale)." + String(String(scale + value % scale).dropFirst())
    }

    func percent(_ millionths: Int) -> String {
        "\(millionths / 10_000)." + String(String(100 + millionths / 100 % 100).dropFirst()) + "%"
    }
}
