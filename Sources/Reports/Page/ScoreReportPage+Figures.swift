import ExamModel

extension ScoreReportPage {
    var distribution: [Markup] {
        let histogram = Histogram(data.figures, data.language)
        guard let last = histogram.bins.last else { return [empty(data.say("没有成绩。", "There are no marks."))] }
        let list = ResultList(
            title: data.say("成绩分布", "Distribution"),
            columns: [(data.say("分数段", "Marks"), .word), (data.say("人数", "People"), .number)],
            rows: histogram.bins.map { bin in
                let includes = bin == last && bin.upper == data.figures.full
                return [
                    .text("\(bin.lower)–\(bin.upper)\(includes ? data.say("（含）", " (incl.)") : "")"), .count(bin.count),
                ]
            })
        return [
            lead(
                data.say(
                    "每段含下限、不含上限；图表两端无人的分数段略去。",
                    "Each band includes its lower end and not its upper; empty bands at both ends are left out.")),
            .element(
                "div", ["class": "beside"],
                [histogram.markup, ListTable.markup(list, caption: data.say("各分数段人数", "People in each band"))]),
        ]
    }

    /// A table whose last column is the chart.
    var topics: [Markup] {
        guard !data.figures.topics.isEmpty else {
            return [empty(data.say("没有按知识领域的得分。", "There are no marks by topic."))]
        }
        let heads: [(String, String)] = [
            (data.say("知识领域", "Topic"), "text"), (data.say("题数", "Items"), "number"),
            (data.say("得分率", "Score rate"), "number"),
        ]
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
                .element("caption", [:], data.say("各知识领域的题数与平均得分率", "Items and mean score rate of each topic")),
                .element(
                    "thead", [:],
                    [
                        .element(
                            "tr", [:],
                            heads.map { .element("th", ["scope": "col", "class": $0.1], $0.0) }
                                + [
                                    .element(
                                        "th", ["scope": "col", "class": "rate"], data.say("0% 至 100%", "0% to 100%"))
                                ])
                    ]),
                .element("tbody", [:], rows),
            ])
        return [
            lead(
                data.say(
                    "得分率是全部实考人员在该领域所得分数占应得分数的比例。",
                    "The score rate is what everybody present earned in a topic, of what could be earned.")),
            .element("div", ["class": "table"], [table]),
        ]
    }

    private func bar(_ topic: TopicRate) -> Markup {
        let length = topic.rate.basisPoints / 10
        return .element(
            "svg", ["class": "rate", "viewBox": "0 0 1000 14", "preserveAspectRatio": "none", "role": "img"],
            [
                .element(
                    "title", [:],
                    data.say(
                        "\(topic.domain)得分率 \(percent(topic.rate))",
                        "Score rate of \(topic.domain): \(percent(topic.rate))")),
                .element("desc", [:], data.say("条形长度为得分率，全长为 100%。", "The bar is the score rate, its track 100%.")),
                .element("rect", ["class": "track", "x": "0", "y": "0", "width": "1000", "height": "14"]),
                .element("rect", ["class": "bar", "x": "0", "y": "0", "width": "\(length)", "height": "14"]),
            ])
    }

    private func percent(_ share: Share) -> String {
        Mark(thousandths: share.basisPoints * 10).text(decimals: 2) + "%"
    }
}
