import ExamModel

/// The expected distribution of scores, a line a form.
struct ScoreChart {
    let luck: LuckFigures

    private let width = 720
    private let height = 280
    private let left = 52
    private let base = 236

    var markup: Markup {
        let shown = luck.distributions.prefix(LevelChart.formsShown)
        let used = shown.flatMap { line in line.millionths.indices.filter { line.millionths[$0] > 500 } }
        guard let first = used.min(), let last = used.max(), last > first else { return .nothing }
        let tallest = max(1, shown.flatMap(\.millionths).max() ?? 1)
        let x = { (score: Int) in left + (width - left - 12) * (score - first) / (last - first) }
        let y = { (chance: Int) in base - (base - 20) * chance / tallest }
        var parts: [Markup] = [
            .element(
                "line", ["class": "axis", "x1": "\(left)", "x2": "\(width - 12)", "y1": "\(base)", "y2": "\(base)"]),
            .element("text", ["class": "tick end", "x": "\(left - 6)", "y": "\(y(tallest) + 4)"], percent(tallest)),
            .element("text", ["class": "tick", "x": "\(width / 2)", "y": "\(height - 4)"], "得分"),
        ]
        for score in stride(from: first, through: last, by: max(1, (last - first) / 8)) {
            let mark = (luck.step * score).description
            parts.append(.element("text", ["class": "tick", "x": "\(x(score))", "y": "\(base + 18)"], mark))
        }
        for (index, line) in shown.enumerated() {
            let points = (first...last).map { score in
                "\(x(score)),\(y(score < line.millionths.count ? line.millionths[score] : 0))"
            }
            parts.append(
                .element(
                    "polyline",
                    [
                        "class": "line", "stroke": LevelChart.colour(index), "points": points.joined(separator: " "),
                        "stroke-dasharray": index == 0 ? "none" : "\(index * 2 + 2) 2",
                    ]))
        }
        let chart = Markup.element(
            "svg",
            ["class": "chart", "viewBox": "0 0 \(width) \(height)", "role": "img", "aria-label": "各套试卷的预期得分分布"], parts)
        return .group([chart, ChartLegend(forms: shown.map(\.form)).markup])
    }

    private func percent(_ millionths: Int) -> String { "\(millionths / 10_000).\(millionths / 1000 % 10)%" }
}
