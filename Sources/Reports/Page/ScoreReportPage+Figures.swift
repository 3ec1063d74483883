import ExamModel

extension ScoreReportPage {
    var distribution: [Markup] {
        let histogram = Histogram(data.figures)
        guard let last = histogram.bins.last else { return [empty("没有成绩。")] }
        let list = ResultList(
            title: "成绩分布", columns: [("分数段", .word), ("人数", .number)],
            rows: histogram.bins.map { bin in
                let includes = bin == last && bin.upper == data.figures.full
                return [.text("\(bin.lower)–\(bin.upper)\(includes ? "（含）" : "")"), .count(bin.count)]
            })
        return [
            lead("每段含下限、不含上限；图表两端无人的分数段略去。"),
            .element(
                "div", ["class": "beside"],
                [histogram.markup, ListTable.markup(list, caption: "各分数段人数")]),
        ]
    }

    /// A table whose last column is the chart.
    var topics: [Markup] {
        guard !data.figures.topics.isEmpty else { return [empty("试题没有标注知识领域。")] }
        let heads: [(String, String)] = [("知识领域", "text"), ("题数", "number"), ("得分率", "number")]
        let rows = data.figures.topics.map { topic in
            Markup.element(
                "tr", [:],
                [
                    .element("th", ["scope": "row", "class": "text"], topic.domain),
                    .element("td", ["class": "number"], "\(topic.items)"),
                    .element("td", ["class": "number"], percent(topic.rate)),
                    .element("td", ["class": "rate"], [bar(topic)]),
                ])
        }
        let table = Markup.element(
            "table", [:],
            [
                .element("caption", [:], "各知识领域的题数与平均得分率"),
                .element(
                    "thead", [:],
                    [
                        .element(
                            "tr", [:],
                            heads.map { .element("th", ["scope": "col", "class": $0.1], $0.0) }
                                + [.element("th", ["scope": "col", "class": "rate"], "0% 至 100%")])
                    ]),
                .element("tbody", [:], rows),
            ])
        return [
            lead("得分率是全部实考人员在该领域所得分数占应得分数的比例。"), .element("div", ["class": "table"], [table]),
        ]
    }

    private func bar(_ topic: TopicRate) -> Markup {
        let length = topic.rate.basisPoints / 10
        return .element(
            "svg", ["class": "rate", "viewBox": "0 0 1000 14", "preserveAspectRatio": "none", "role": "img"],
            [
                .element("title", [:], "\(topic.domain)得分率 \(percent(topic.rate))"),
                .element("desc", [:], "条形长度为得分率，全长为 100%。"),
                .element("rect", ["class": "track", "x": "0", "y": "0", "width": "1000", "height": "14"]),
                .element("rect", ["class": "bar", "x": "0", "y": "0", "width": "\(length)", "height": "14"]),
            ])
    }

    private func percent(_ share: Share) -> String {
        Mark(thousandths: share.basisPoints * 10).text(decimals: 2) + "%"
    }
}
