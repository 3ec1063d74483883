package import ExamModel

/// The equity report for the terminal, line by line.
package struct EquityText {
    /// More forms than this are summed up by their extremes.
    private static let formsShown = 8

    private let figures: EquityFigures

    package init(_ figures: EquityFigures) {
        self.figures = figures
    }

    package var lines: [Bilingual] {
        rows + [Bilingual("", "")] + forms + (figures.forms.count > 1 ? sharing : [])
    }

    private var shown: ArraySlice<FormFigures> { figures.forms.prefix(Self.formsShown) }

    /// The blueprint against the forms, row by row.
    private var rows: [Bilingual] {
        let many = figures.forms.count > Self.formsShown
        let ids = shown.map(\.form.text).joined(separator: "  ") + (many ? "  …" : "")
        return [Bilingual("细目表各行　应有：\(ids)", "rows of the blueprint, wanted: \(ids)")]
            + figures.rows.enumerated().map { index, row in
                let counts = figures.forms.map { $0.counts[index] }
                let cells = counts.prefix(Self.formsShown).map { row.text($0) + (row.holds($0) ? "" : "✕") }
                let range = many ? "  （\(row.text(counts.min() ?? 0))–\(row.text(counts.max() ?? 0))）" : ""
                let line = "　\(row.wanted)：" + cells.joined(separator: "  ") + range
                return Bilingual(row.name.chinese + line, row.name.english + line)
            }
    }

    private var forms: [Bilingual] {
        shown.map { form in
            let p = Self.decimal(form.meanP, 5)
            let discrimination = form.discrimination.map { "，区分度 \(Self.decimal($0, 3))" } ?? ""
            let minutes = (form.seconds + 30) / 60
            return Bilingual(
                "试卷 \(form.form)：\(form.items) 题；平均难度值 \(p)，离散度 \(Self.decimal(form.spread, 3))\(discrimination)；"
                    + "阅读量 \(form.reading) 字，约 \(minutes) 分钟；期望得分 \(form.expected)±\(form.deviation)"
                    + quantiles(of: form.form).chinese,
                "form \(form.form): \(form.items) items; mean p \(p); \(form.reading) characters, about \(minutes) minutes; "
                    + "expected score \(form.expected)±\(form.deviation)" + quantiles(of: form.form).english)
        }
    }

    /// The scores below which a twentieth, a half and nineteen twentieths of such candidates stay.
    private func quantiles(of form: FormID) -> Bilingual {
        guard let chances = figures.luck.distributions.first(where: { $0.form == form })?.millionths else {
            return Bilingual("", "")
        }
        let scores = [50_000, 500_000, 950_000].map { wanted -> String in
            var sum = 0
            let step = chances.firstIndex { chance in
                sum += chance
                return sum >= wanted
            }
            return (figures.luck.step * (step ?? chances.count - 1)).description
        }
        let text = scores.joined(separator: " / ")
        return Bilingual("，分布 5%/50%/95% 处 \(text)", ", 5/50/95 % at \(text)")
    }

    private var sharing: [Bilingual] {
        let overlap = figures.overlap
        var lines: [Bilingual] = []
        if (2...Self.formsShown).contains(overlap.matrix.count) {
            let rows = zip(figures.forms, overlap.matrix).map { form, counts in
                "\(form.form) " + counts.map(String.init).joined(separator: " ")
            }
            lines.append(Bilingual("共用题矩阵　" + rows.joined(separator: "；"), "overlap " + rows.joined(separator: "; ")))
        }
        let uses = overlap.uses.enumerated().filter { $0.element > 0 }
        let (mean, least) = (Self.decimal(overlap.mean, 4), Self.decimal(overlap.leastMean, 4))
        let luck = (Self.percent(figures.luck.mean), Self.percent(figures.luck.most))
        return lines + [
            Bilingual(
                "两套共用题：最多 \(overlap.largest)（下限 \(overlap.leastLargest)），平均 \(mean)（下限 \(least)）",
                "shared by two forms: at most \(overlap.largest) (bound \(overlap.leastLargest)), mean \(mean) (bound \(least))"
            ),
            Bilingual(
                "试题使用：" + uses.map { "用于 \($0.offset) 套的 \($0.element) 题" }.joined(separator: "，")
                    + "；最多用于 \(overlap.uses.count - 1) 套（下限 \(overlap.leastUses)）",
                "uses: " + uses.map { "\($0.element) items in \($0.offset) forms" }.joined(separator: ", ")
                    + "; at most \(overlap.uses.count - 1) (bound \(overlap.leastUses))"),
            Bilingual(
                "同等水平两人因卷得分不同的机会：平均 \(luck.0)，最大 \(luck.1)",
                "chance that two equals differ by the luck of the form: mean \(luck.0), at most \(luck.1)"),
        ]
    }

    private static func decimal(_ value: Int, _ digits: Int) -> String {
        let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
        return "\(value / scale)." + String(String(scale + value % scale).dropFirst())
    }

    private static func percent(_ millionths: Int) -> String { "\(millionths / 10_000).\(millionths / 1000 % 10)%" }
}
