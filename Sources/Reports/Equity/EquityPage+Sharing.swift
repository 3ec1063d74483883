import ExamModel

extension EquityPage {
    /// What scores to expect from each form, and how much of them is luck.
    var scores: Markup {
        let worst = figures.luck.worst.map(\.text).joined(separator: "、")
        return .element(
            "section", ["id": "scores"],
            [
                .element("h2", [:], "预期得分与试卷的运气"),
                .element(
                    "p", ["class": "lead"],
                    "模型：中等水平的考生每题独立作答，得满分的机会为该题难度值（泊松二项分布）。水平相同的两人，各做一套，得分因试卷不同而不同的机会"
                        + "（两分布的全变差距离）平均 \(percent(figures.luck.mean))，最大 \(percent(figures.luck.most))"
                        + (worst.isEmpty ? "。" : "（\(worst)）。") + "部分得分和能力差异不在模型之内。"),
                ScoreChart(luck: figures.luck).markup,
            ])
    }

    /// What forms share, and how often items are used.
    var sharing: Markup {
        let overlap = figures.overlap
        guard figures.forms.count > 1 else { return .nothing }
        return .element(
            "section", ["id": "sharing"],
            [
                .element("h2", [:], "共用题与用题次数"),
                .element(
                    "p", ["class": "lead"],
                    "两套共用题最多 \(overlap.largest) 题（算术下限 \(overlap.leastLargest)），平均 \(thousandths(overlap.mean, digits: 4)) 题"
                        + "（算术下限 \(thousandths(overlap.leastMean, digits: 4))）。下限由每题用得一样多推得。"), matrix, uses,
            ])
    }

    private var matrix: Markup {
        guard !figures.overlap.matrix.isEmpty else { return .nothing }
        let ids = figures.forms.map(\.form.text)
        return .element(
            "div", ["class": "table"],
            [
                .element(
                    "table", [:],
                    [
                        .element(
                            "thead", [:],
                            [.element("tr", [:], ([""] + ids).map { .element("th", ["class": "word"], $0) })]),
                        .element(
                            "tbody", [:],
                            zip(ids, figures.overlap.matrix).enumerated().map { row, line in
                                .element(
                                    "tr", [:],
                                    [.element("td", ["class": "word"], line.0)]
                                        + line.1.enumerated().map { column, count in
                                            .element("td", ["class": "shared"], row == column ? "·" : "\(count)")
                                        })
                            }),
                    ])
            ])
    }

    private var uses: Markup {
        let most = max(1, figures.overlap.uses.max() ?? 1)
        return .element(
            "div", ["class": "table"],
            [
                .element(
                    "table", [:],
                    [
                        .element(
                            "thead", [:],
                            [.element("tr", [:], ["用于几套", "题数", ""].map { .element("th", [:], $0) })]),
                        .element(
                            "tbody", [:],
                            figures.overlap.uses.enumerated().filter { $0.element > 0 }.map { uses, items in
                                .element(
                                    "tr", [:],
                                    [
                                        .element("td", ["class": "word"], uses == 0 ? "未用" : "\(uses)"),
                                        .element("td", ["class": "word"], "\(items)"),
                                        .element(
                                            "td", ["class": "bar-cell"],
                                            [
                                                .element(
                                                    "svg",
                                                    [
                                                        "class": "rate", "viewBox": "0 0 100 8",
                                                        "preserveAspectRatio": "none",
                                                    ],
                                                    [
                                                        .element(
                                                            "rect",
                                                            [
                                                                "class": "bar",
                                                                "width": "\(max(1, items * 100 / most))", "height": "8",
                                                            ])
                                                    ])
                                            ]),
                                    ])
                            }),
                    ])
            ])
    }
}
