import ExamModel

extension EquityPage {
    /// The blueprint's rows of topics and keys against each form.
    var blueprintRows: Markup {
        .element(
            "section", ["id": "rows"],
            [
                .element("h2", [:], "细目表与各套试卷"),
                .element("p", ["class": "lead"], "“应有”为细目表要求的题数。\(formsNote)不符的以 ✕ 标出。"),
                table(of: .topic, "大题·知识领域"), table(of: .key, "答案分布"),
                table(of: .rule, "其他要求"),
            ])
    }

    private var formsNote: String {
        figures.forms.count > Self.formsShown ? "共 \(figures.forms.count) 套，列出前 \(Self.formsShown) 套；“最少/最多”为全部各套。" : ""
    }

    func table(of group: EquityRow.Group, _ head: String) -> Markup {
        let indices = figures.rows.indices.filter { figures.rows[$0].group == group }
        guard !indices.isEmpty else { return .nothing }
        let many = figures.forms.count > Self.formsShown
        let heads = [head, "应有"] + shown.map(\.form.text) + (many ? ["最少", "最多"] : [])
        return sheet(heads: heads, indices.map { row($0, many: many) })
    }

    private func row(_ index: Int, many: Bool) -> [Markup] {
        let row = figures.rows[index]
        let all = figures.forms.map { $0.counts[index] }
        let counts = shown.map { $0.counts[index] } + (many ? [all.min() ?? 0, all.max() ?? 0] : [])
        let cells: [Markup] = counts.map { count in
            let holds = row.holds(count)
            return .element("td", ["class": holds ? "word" : "word off"], row.text(count) + (holds ? "" : " ✕"))
        }
        return [.element("td", ["class": "text"], row.name.chinese), .element("td", ["class": "word"], row.wanted)]
            + cells
    }

    /// Difficulty of each form: levels, means, reading and time.
    var levels: Markup {
        let unmeasured =
            figures.unmeasured > 0
            ? "其中 \(figures.unmeasured) 题没有实测数据，难度值按难度等级估计（易 0.90、较易 0.80、中等 0.65、较难 0.50、难 0.35）。" : ""
        return .element(
            "section", ["id": "levels"],
            [
                .element("h2", [:], "难度、区分度和阅读量"),
                .element("p", ["class": "lead"], "难度值 p 为答对比例，越大越易。\(unmeasured)用时按每分钟 300 字加每题 10 秒估计，题库另有规定的除外。"),
                table(of: .level, "难度等级"), LevelChart(figures).markup, formTable,
            ])
    }

    private var formTable: Markup {
        let heads = ["试卷", "平均难度值", "离散度", "平均区分度", "期望得分", "标准差", "阅读量（字）", "估计用时（分）"]
        let rows: [[Markup]] = shown.map { form in
            let cells: [String] = [
                form.form.text, thousandths(form.meanP, digits: 5), thousandths(form.spread, digits: 3),
                form.discrimination.map { thousandths($0, digits: 3) } ?? "—", form.expected.description,
                form.deviation.description, "\(form.reading)", "\((form.seconds + 30) / 60)",
            ]
            return cells.map { .element("td", ["class": "word"], $0) }
        }
        return sheet(heads: heads, rows)
    }
}
