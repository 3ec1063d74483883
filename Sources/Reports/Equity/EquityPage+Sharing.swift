import ExamModel

extension EquityPage {
    /// What scores to expect from each form, and how much of them is luck.
    var scores: Markup {
        let worst = figures.luck.worst.map(\.text).joined(separator: "、")
        let average = percent(figures.luck.mean)
        let most = percent(figures.luck.most)
        let model =
            "模型：中等水平的考生每题独立作答，得满分的机会为该题难度值（泊松二项分布）。水平相同的两人，各做一套，得分因试卷不同而不同的机会"
            + "（两分布的全变差距离）平均 \(average)，最大 \(most)\(worst.isEmpty ? "" : "（\(worst)）")。部分得分和能力差异不在模型之内。"
        let parts: [Markup] = [
            .element("h2", [:], "预期得分与试卷的运气"), .element("p", ["class": "lead"], model),
            ScoreChart(luck: figures.luck).markup,
        ]
        return .element("section", ["id": "scores"], parts)
    }

    /// What forms share, and how often items are used.
    var sharing: Markup {
        let overlap = figures.overlap
        guard figures.forms.count > 1 else { return .nothing }
        let mean = thousandths(overlap.mean, digits: 4)
        let least = thousandths(overlap.leastMean, digits: 4)
        let text =
            "两套共用题最多 \(overlap.largest) 题（算术下限 \(overlap.leastLargest)），平均 \(mean) 题（算术下限 \(least)）。"
            + "下限由每题用得一样多推得。"
        let parts: [Markup] = [
            .element("h2", [:], "共用题与用题次数"), .element("p", ["class": "lead"], text), matrix, uses,
        ]
        return .element("section", ["id": "sharing"], parts)
    }

    private var matrix: Markup {
        guard !figures.overlap.matrix.isEmpty else { return .nothing }
        let ids = figures.forms.map(\.form.text)
        let rows: [[Markup]] = figures.overlap.matrix.enumerated().map { row, counts in
            let cells: [Markup] = counts.enumerated().map { column, count in
                .element("td", ["class": "shared"], row == column ? "·" : "\(count)")
            }
            return [.element("td", ["class": "word"], ids[row])] + cells
        }
        return sheet(heads: [""] + ids, rows)
    }

    private var uses: Markup {
        let most = max(1, figures.overlap.uses.max() ?? 1)
        var rows: [[Markup]] = []
        for (uses, items) in figures.overlap.uses.enumerated() where items > 0 {
            let bar = Markup.element(
                "rect", ["class": "bar", "width": "\(max(1, items * 100 / most))", "height": "8"])
            let chart = Markup.element(
                "svg", ["class": "rate", "viewBox": "0 0 100 8", "preserveAspectRatio": "none"], [bar])
            rows.append([
                .element("td", ["class": "word"], uses == 0 ? "未用" : "\(uses)"),
                .element("td", ["class": "word"], "\(items)"), .element("td", ["class": "bar-cell"], [chart]),
            ])
        }
        return sheet(heads: ["用于几套", "题数", ""], rows)
    }

    /// A table of rows of cells.
    func sheet(heads: [String], _ rows: [[Markup]]) -> Markup {
        let head: [Markup] = heads.map { .element("th", ["class": "word"], $0) }
        let body: [Markup] = rows.map { .element("tr", [:], $0) }
        let parts: [Markup] = [
            .element("thead", [:], [.element("tr", [:], head)]), .element("tbody", [:], body),
        ]
        return .element("div", ["class": "table"], [.element("table", [:], parts)])
    }
}
