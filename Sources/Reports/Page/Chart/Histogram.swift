import ExamModel

/// The distribution of scores as a chart. The empty ends are left out.
struct Histogram {
    let bins: [ScoreBin]
    let mean: Mark?
    let language: Language

    init(_ figures: Figures, _ language: Language = .chinese) {
        self.language = language
        let used = figures.distribution.indices.filter { figures.distribution[$0].count > 0 }
        if let first = used.first, let last = used.last {
            bins = Array(figures.distribution[first...last])
        } else {
            bins = []
        }
        mean = figures.mean
    }

    private let width = 720
    private let height = 300
    private let left = 44
    private let right = 12
    private let top = 28
    private let bottom = 44

    var markup: Markup {
        guard let first = bins.first, let last = bins.last else { return .nothing }
        let tallest = bins.map(\.count).max() ?? 0
        return .element(
            "svg",
            [
                "class": "chart", "viewBox": "0 0 \(width) \(height)", "role": "img",
                "aria-labelledby": "histogram-title histogram-description",
            ],
            [
                .element("title", ["id": "histogram-title"], language.say("成绩分布直方图", "Histogram of the totals")),
                .element(
                    "desc", ["id": "histogram-description"],
                    language.say(
                        "横轴为总分，从 \(first.lower) 分到 \(last.upper) 分；纵轴为人数，最多的分数段有 \(tallest) 人。数据见旁边的表。",
                        "Across: totals from \(first.lower) to \(last.upper). Up: people, \(tallest) at most. The table beside "
                            + "it has the figures.")),
                grid, bars, axis, meanLine(from: first.lower, to: last.upper),
            ])
    }

    private var plotHeight: Int { height - top - bottom }
    private var base: Int { height - bottom }

    /// Where the chart's bin `index` begins; the end of the last is that of one more.
    private func x(_ index: Int) -> Int {
        left + (width - left - right) * index / bins.count
    }

    private func y(_ count: Int) -> Int {
        base - plotHeight * count / scale
    }

    /// The count at the top of the chart: a multiple of the distance between grid lines.
    private var scale: Int {
        let tallest = max(bins.map(\.count).max() ?? 0, 1)
        return (tallest + step - 1) / step * step
    }

    /// 1, 2 or 5 times a power of ten, for five grid lines at most.
    private var step: Int {
        let tallest = bins.map(\.count).max() ?? 0
        var power = 1
        while true {
            for step in [power, 2 * power, 5 * power] where step * 5 >= tallest { return step }
            power *= 10
        }
    }

    private var grid: Markup {
        .group(
            stride(from: 0, through: scale, by: step).map { count in
                .group([
                    .element(
                        "line",
                        [
                            "class": count == 0 ? "axis" : "grid", "x1": "\(left)", "x2": "\(width - right)",
                            "y1": "\(y(count))", "y2": "\(y(count))",
                        ]),
                    .element("text", ["class": "tick end", "x": "\(left - 8)", "y": "\(y(count) + 4)"], "\(count)"),
                ])
            } + [.element("text", ["class": "tick start", "x": "2", "y": "14"], language.say("人数", "People"))])
    }

    private var bars: Markup {
        .group(
            bins.enumerated().filter { $0.element.count > 0 }.map { index, bin in
                let (from, to) = (x(index) + 2, x(index + 1) - 2)
                return .group([
                    .element(
                        "rect",
                        [
                            "class": "bar", "x": "\(from)", "y": "\(y(bin.count))", "width": "\(to - from)",
                            "height": "\(base - y(bin.count))", "rx": "2",
                        ]),
                    .element(
                        "text", ["class": "value", "x": "\((from + to) / 2)", "y": "\(y(bin.count) - 6)"],
                        "\(bin.count)"),
                ])
            })
    }

    private var axis: Markup {
        let bounds = bins.map(\.lower) + bins.suffix(1).map(\.upper)
        return .group(
            bounds.enumerated().map { index, mark in
                .element("text", ["class": "tick", "x": "\(x(index))", "y": "\(base + 18)"], mark.description)
            } + [
                .element(
                    "text", ["class": "tick", "x": "\((left + width) / 2)", "y": "\(height - 6)"],
                    language.say("总分", "Total"))
            ])
    }

    private func meanLine(from lower: Mark, to upper: Mark) -> Markup {
        guard let mean, upper > lower else { return .nothing }
        let span = width - left - right
        let x = left + span * (mean - lower).thousandths / (upper - lower).thousandths
        return .group([
            .element(
                "line",
                ["class": "mean", "x1": "\(x)", "x2": "\(x)", "y1": "\(top - 6)", "y2": "\(base)"]),
            .element(
                "text", ["class": "mean-label", "x": "\(x)", "y": "\(top - 12)"],
                language.say("平均 \(mean)", "mean \(mean)")),
        ])
    }
}
