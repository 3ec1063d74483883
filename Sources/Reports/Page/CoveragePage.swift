import AtomicFile
package import ExamModel
package import Foundation

/// The bank's coverage of the syllabus (题库覆盖表) as one HTML page that needs nothing else.
package struct CoveragePage {
    private let coverage: BankCoverage
    private let title: String
    private let generatedAt: Date

    package init(_ coverage: BankCoverage, title: String, generatedAt: Date) {
        self.coverage = coverage
        self.title = title
        self.generatedAt = generatedAt
    }

    /// - Throws: What ``AtomicFile`` throws.
    package func write(to url: URL) throws(Refusal) {
        try AtomicFile.write(Data(html.utf8), to: url)
    }

    package var html: String {
        Markup.document(
            head: [
                .element("meta", ["charset": "utf-8"]),
                .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .element("meta", ["name": "color-scheme", "content": "light dark"]),
                .element("title", [:], "题库覆盖表 · \(title)"), .style(PageStyle.sheet),
            ],
            body: [
                .element(
                    "header", [:],
                    [
                        .element("p", ["class": "kind"], "题库覆盖表"), .element("h1", [:], title),
                        .element(
                            "p", ["class": "session"],
                            "定稿 \(coverage.approved) 题，待审 \(coverage.waiting) 题，停用 \(coverage.retired) 题"),
                    ]),
                .element("main", [:], [.element("div", ["class": "table"], [table])]),
                .element(
                    "footer", [:],
                    [
                        .element(
                            "p", [:],
                            "生成于 \(BeijingTime.day(generatedAt)) \(BeijingTime.clock(generatedAt))。"
                                + "题型和难度只计定稿的试题；余缺为定稿数与大纲比重应有数之差。")
                    ]),
            ])
    }

    private var table: Markup {
        let heads =
            [("知识领域", "text"), ("定稿", "number"), ("待审", "number"), ("大纲比重", "number"), ("余缺", "number")]
            + ItemType.allCases.map { ($0.name.chinese, "number") }
            + Difficulty.allCases.map { ($0.name.chinese, "number") }
        return .element(
            "table", ["id": "coverage"],
            [
                .element("caption", [:], "各知识领域的试题数"),
                .element(
                    "thead", [:],
                    [.element("tr", [:], heads.map { .element("th", ["scope": "col", "class": $0.1], $0.0) })]),
                .element("tbody", [:], coverage.topics.map(row)),
            ])
    }

    /// Topics without items are marked; those below another are set in.
    private func row(_ topic: TopicCoverage) -> Markup {
        let depth = max(1, topic.topic.path.count)
        let name = String(repeating: "　", count: depth - 1) + (topic.topic.path.last ?? "（未注明）")
        let surplus = topic.surplus.map { $0 > 0 ? "+\($0)" : "\($0)" } ?? ""
        let numbers =
            ["\(topic.approved)", "\(topic.waiting)", topic.share?.description ?? "", surplus]
            + (topic.types + topic.difficulties).map { $0 == 0 ? "·" : "\($0)" }
        let kind = topic.approved == 0 ? "open" : depth == 1 ? "advances" : "below"
        return .element(
            "tr", ["class": kind],
            [.element("th", ["scope": "row", "class": "text word"], name)]
                + numbers.map { .element("td", ["class": "number"], $0) })
    }
}
