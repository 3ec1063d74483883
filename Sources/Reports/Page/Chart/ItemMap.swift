import ExamModel

/// Every item of a form by its difficulty and discrimination. Items that somebody should look at are triangles with their
/// numbers, so that nothing is told by colour alone.
struct ItemMap {
    let form: FormAnalysis
    var language = Language.chinese

    private let width = 720
    private let height = 340
    private let top = 14.0
    private let bottom = 44.0

    private var across: Scale { Scale(from: 0, to: 1, start: 52, end: Double(width) - 16) }

    private var up: Scale {
        let lowest = form.items.map(\.discrimination).min() ?? 0
        let highest = form.items.map(\.discrimination).max() ?? 1
        return Scale(
            from: min((lowest * 10).rounded(.down) / 10, 0), to: max((highest * 10).rounded(.up) / 10, 0.4),
            start: Double(height) - bottom, end: top)
    }

    var markup: Markup {
        .element(
            "svg",
            [
                "class": "chart", "viewBox": "0 0 \(width) \(height)", "role": "img",
                "aria-labelledby": "map-\(form.form)-title map-\(form.form)-description",
            ],
            [
                .element(
                    "title", ["id": "map-\(form.form)-title"],
                    language.say("试卷 \(form.form) 试题分布图", "Map of the items of form \(form.form)")),
                .element(
                    "desc", ["id": "map-\(form.form)-description"],
                    language.say(
                        "横轴为难度 p，越往右越容易；纵轴为区分度 D，越高越能区分。三角形为需要复核的试题，旁注题号。数据见下表。",
                        "Across: facility p, easier to the right. Up: discrimination D. Triangles with their numbers are items to "
                            + "look at again. The table below has the figures.")),
                .group(across.ticks(most: 11).map { column($0) }), .group(up.ticks(most: 9).map { row($0) }),
                .element(
                    "line",
                    [
                        "class": "mean", "x1": across.place(0), "x2": across.place(1), "y1": up.place(0.2),
                        "y2": up.place(0.2),
                    ]),
                .group(form.items.filter { !$0.isSuspect }.map(circle)),
                .group(form.items.filter(\.isSuspect).map(triangle)),
                .element(
                    "text", ["class": "tick", "x": "\(width / 2)", "y": "\(height - 6)"],
                    language.say("难度 p（右侧较易）", "Facility p (easier to the right)")),
                .element(
                    "text",
                    ["class": "tick", "x": "14", "y": "\(height / 2)", "transform": "rotate(-90 14 \(height / 2))"],
                    language.say("区分度 D", "Discrimination D")),
            ])
    }

    private func column(_ value: Double) -> Markup {
        .group([
            .element(
                "line",
                [
                    "class": "grid", "x1": across.place(value), "x2": across.place(value), "y1": up.place(up.from),
                    "y2": up.place(up.to),
                ]),
            .element(
                "text", ["class": "tick", "x": across.place(value), "y": "\(height - 26)"], Decimals.text(value, 1)),
        ])
    }

    private func row(_ value: Double) -> Markup {
        .group([
            .element(
                "line",
                [
                    "class": abs(value) < 1e-9 ? "axis" : "grid", "x1": across.place(0), "x2": across.place(1),
                    "y1": up.place(value), "y2": up.place(value),
                ]),
            .element(
                "text", ["class": "tick end", "x": "46", "y": up.place(value), "dy": "4"], Decimals.text(value, 1)),
        ])
    }

    private func circle(_ item: ItemStatistics) -> Markup {
        .element(
            "circle",
            ["class": "dot", "cx": across.place(item.facility), "cy": up.place(item.discrimination), "r": "4"])
    }

    private func triangle(_ item: ItemStatistics) -> Markup {
        let (x, y) = (across.position(item.facility), up.position(item.discrimination))
        let corners = [(0.0, -6.0), (5.5, 4.0), (-5.5, 4.0)]
            .map { Decimals.text(x + $0.0, 1) + "," + Decimals.text(y + $0.1, 1) }
        return .group([
            .element("polygon", ["class": "flagged", "points": corners.joined(separator: " ")]),
            .element(
                "text", ["class": "mean-label start", "x": Decimals.text(x + 7, 1), "y": Decimals.text(y + 4, 1)],
                "\(item.number)"),
        ])
    }
}
