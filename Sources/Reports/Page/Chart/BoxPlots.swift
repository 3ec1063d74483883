import ExamModel

/// The scores of each 市州 as a box plot: the box from hinge to hinge with the median in it, the line from the lowest to
/// the highest score.
struct BoxPlots {
    let cities: [(name: String, spread: FiveNumbers)]

    let language: Language

    init(_ figures: Figures, _ language: Language = .chinese) {
        self.language = language
        cities = figures.cities.compactMap { city in city.spread.map { (city.city, $0) } }
    }

    private let width = 720
    private let left = 140.0
    private let row = 26
    private let top = 8

    private var height: Int { top + row * cities.count + 44 }
    private var base: Int { top + row * cities.count }

    private var scale: Scale {
        let ends = cities.flatMap { [$0.spread.lowest, $0.spread.highest] }.map { Double($0.thousandths) / 1000 }
        let (from, to) = (ends.min() ?? 0, ends.max() ?? 1)
        return Scale(from: from, to: max(to, from + 1), start: left + 12, end: Double(width) - 16)
    }

    var markup: Markup {
        guard !cities.isEmpty else { return .nothing }
        return .element(
            "svg",
            [
                "class": "chart", "viewBox": "0 0 \(width) \(height)", "role": "img",
                "aria-labelledby": "boxes-title boxes-description",
            ],
            [
                .element("title", ["id": "boxes-title"], language.say("各市州成绩箱线图", "Box plots of the cities")),
                .element(
                    "desc", ["id": "boxes-description"],
                    language.say(
                        "每个市州一行：细线从最低分到最高分，方框从下四分位到上四分位，框内竖线为中位数。数据见下表。",
                        "A row a city: line from the lowest to the highest mark, box from the lower to the upper quartile, "
                            + "median in it. The table below has the figures.")),
                .group(scale.ticks(most: 9).map(tick)), .group(cities.enumerated().map { box($1, at: $0) }),
                .element(
                    "text", ["class": "tick", "x": "\(width / 2)", "y": "\(height - 6)"], language.say("总分", "Total")),
            ])
    }

    private func tick(_ value: Double) -> Markup {
        let x = scale.place(value)
        return .group([
            .element("line", ["class": "grid", "x1": x, "x2": x, "y1": "\(top)", "y2": "\(base)"]),
            .element(
                "text", ["class": "tick", "x": x, "y": "\(base + 18)"], Mark(thousandths: Int(value * 1000)).description
            ),
        ])
    }

    private func box(_ city: (name: String, spread: FiveNumbers), at index: Int) -> Markup {
        let middle = top + row * index + row / 2
        func x(_ mark: Mark) -> String { scale.place(Double(mark.thousandths) / 1000) }
        let spread = city.spread
        let breadth =
            scale.position(Double(spread.upper.thousandths) / 1000)
            - scale.position(Double(spread.lower.thousandths) / 1000)
        return .group([
            .element("text", ["class": "end label", "x": "\(Int(left))", "y": "\(middle + 4)"], city.name),
            .element(
                "line",
                [
                    "class": "whisker", "x1": x(spread.lowest), "x2": x(spread.highest), "y1": "\(middle)",
                    "y2": "\(middle)",
                ]),
            .element(
                "rect",
                [
                    "class": "box", "x": x(spread.lower), "y": "\(middle - 7)",
                    "width": Decimals.text(max(breadth, 1), 1), "height": "14",
                ]),
            .element(
                "line",
                [
                    "class": "median", "x1": x(spread.median), "x2": x(spread.median), "y1": "\(middle - 7)",
                    "y2": "\(middle + 7)",
                ]),
        ])
    }
}
