import ExamModel

/// How many items of each level a form holds, as bars side by side, with the range that the blueprint allows.
struct LevelChart {
    private static let patterns = ["#1f5673", "#c98a2b", "#5a8f5c", "#8a5a83", "#7a7a7a", "#3f7fbf"]
    /// More forms are not told apart.
    static let formsShown = 6

    let rows: [(row: EquityRow, counts: [Int])]
    let forms: [FormID]

    init(_ figures: EquityFigures) {
        let forms = figures.forms.prefix(Self.formsShown)
        self.forms = forms.map(\.form)
        rows = figures.rows.indices.filter { figures.rows[$0].group == .level }.map { index in
            (figures.rows[index], forms.map { $0.counts[index] })
        }
    }

    private let width = 720
    private let height = 240
    private let left = 40
    private let base = 204

    static func colour(_ index: Int) -> String { patterns[index % patterns.count] }

    var markup: Markup {
        guard !rows.isEmpty, !forms.isEmpty else { return .nothing }
        let axis = Markup.element(
            "line", ["class": "axis", "x1": "\(left)", "x2": "\(width)", "y1": "\(base)", "y2": "\(base)"])
        let chart = Markup.element(
            "svg",
            [
                "class": "chart", "viewBox": "0 0 \(width) \(height)", "role": "img",
                "aria-label": "各难度等级的题数，虚线框为细目表允许的范围",
            ], [axis] + rows.indices.map(group))
        return .group([chart, ChartLegend(forms: forms).markup])
    }

    private var tallest: Int { max(1, rows.flatMap { $0.counts + [$0.row.most ?? $0.row.least] }.max() ?? 1) }

    private func y(_ count: Int) -> Int { base - (base - 24) * count / tallest }

    private func group(_ index: Int) -> Markup {
        let (row, counts) = rows[index]
        let span = (width - left) / rows.count
        let from = left + span * index + 12
        let bar = max(4, (span - 24) / max(1, counts.count))
        var parts: [Markup] = []
        for (form, count) in counts.enumerated() {
            let x = from + bar * form
            parts.append(
                .element(
                    "rect",
                    [
                        "x": "\(x + 1)", "y": "\(y(count))", "width": "\(bar - 2)", "height": "\(base - y(count))",
                        "fill": Self.colour(form),
                    ]))
            parts.append(
                .element("text", ["class": "value", "x": "\(x + bar / 2)", "y": "\(y(count) - 5)"], "\(count)"))
        }
        let height = max(2, y(row.least) - y(row.most ?? row.least))
        parts.append(
            .element(
                "rect",
                [
                    "x": "\(from - 4)", "y": "\(y(row.most ?? row.least))", "width": "\(bar * counts.count + 8)",
                    "height": "\(height)", "fill": "none", "stroke": "#8a4b08", "stroke-dasharray": "4 3",
                ]))
        let middle = from + bar * counts.count / 2
        parts.append(.element("text", ["x": "\(middle)", "y": "\(base + 20)"], row.name.chinese))
        return .group(parts)
    }
}

/// Which colour is which form.
struct ChartLegend {
    let forms: [FormID]

    var markup: Markup {
        let entries: [Markup] = forms.enumerated().map { index, form in
            let swatch = Markup.element(
                "rect", ["width": "22", "height": "10", "fill": LevelChart.colour(index)])
            return .element(
                "span", [:], [.element("svg", ["viewBox": "0 0 22 10"], [swatch]), .text(" \(form) 卷")])
        }
        return .element("div", ["class": "legend"], entries)
    }
}
