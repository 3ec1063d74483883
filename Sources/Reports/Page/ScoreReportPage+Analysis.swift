import ExamModel

extension ScoreReportPage {
    /// Each team's topics as a radar, and all of them as a table.
    var teamTopics: [Markup] {
        let topics = data.figures.topics
        guard !data.figures.teams.isEmpty, !topics.isEmpty else { return [empty("没有可比较的知识领域。")] }
        let list = ResultList.topics(data, limit: teamsShown)
        let radars = data.figures.teams.prefix(teamsShown).enumerated().map { index, team in
            Radar(team: team, all: topics, number: index + 1).markup
        }
        let names = topics.enumerated().map { "\($0 + 1) \($1.domain)" }.joined(separator: "；")
        let rest = data.figures.teams.count > teamsShown ? "只列出名次在前的 \(teamsShown) 队。" : ""
        return [
            lead("各队按名次排列。实线为本队实考队员的得分率，虚线为全体；最外圈为 100%。数字代表知识领域：\(names)。\(rest)"),
            topics.count < Radar.leastTopics ? .nothing : .element("div", ["class": "radars"], radars),
            ListTable.markup(list, caption: "各代表队各知识领域的得分率"),
        ]
    }

    /// How the paper and its items did.
    var items: [Markup] {
        guard !data.analysis.forms.isEmpty else { return [empty("没有答卷，无从分析。")] }
        return [
            lead(
                "难度 p 为得分率，越高越容易；区分度 D 为总分最高的 27% 与最低的 27% 在该题得分率之差，界线上同分者按比例计入；题总相关是该题与其余各题总分的相关。图中三角形和表中着色的行是区分度偏低、为负或过难的试题，再用之前应当复核。"
                    + "选项的选择情况见成绩册“选项”表。")
        ]
            + data.analysis.forms.flatMap { form in
                [
                    .element("h3", [:], "试卷 \(form.form)"), ItemMap(form: form).markup,
                    ListTable.markup(
                        .itemsForReading(form, data), caption: "试卷 \(form.form) 各题的难度、区分度和提示",
                        emphasis: Dictionary(
                            form.items.enumerated().filter(\.element.isSuspect).map { ($0.offset, "open") }
                        ) { first, _ in first }),
                ]
            } + suspects
    }

    /// Items whose key may be wrong, with everything that was chosen.
    private var suspects: [Markup] {
        let list = ResultList.options(data, flaggedOnly: true)
        guard !list.rows.isEmpty else { return [] }
        return [
            .element("h3", [:], "请核对答案的试题"), lead("下列试题中，高分组选某个错误选项的比选答案的多。"),
            ListTable.markup(list, caption: "答案可疑的试题各选项的选择情况"),
        ]
    }

    /// How far the scores can be trusted.
    var reliability: [Markup] {
        guard !data.analysis.forms.isEmpty else { return [empty("没有答卷，无从分析。")] }
        let cuts: [Markup] =
            data.analysis.cuts.isEmpty
            ? []
            : [
                .element("h3", [:], "线的稳定性"), lead(cutExplanation),
                ListTable.markup(.cuts(data), caption: "各条线换一套题后的稳定性"),
            ]
        return [
            lead("信度 α 为克龙巴赫系数（各题只有对错时即 KR-20），越近 1 越可靠；测量标准误是一个人的分数因题目不同而浮动的幅度。"),
            ListTable.markup(.forms(data), caption: "各套试卷的平均分、标准差和信度"),
        ] + data.analysis.comparisons.map(comparison) + cuts
    }

    private var cutExplanation: String {
        guard let cut = data.analysis.cuts.first else { return "" }
        return "假如换一套同样的题，名次会不会变？从本场试题中每道大题有放回地重抽同样多的题，重算 \(cut.resamples) 次"
            + "（不计同分办法，种子 \(cut.seed.description.prefix(16))…）。“易位”指线下第一名超过线上最后一名，持平算一半。这只反映选题的偶然，不影响本场结果。"
    }

    private func comparison(_ pair: FormComparison) -> Markup {
        let difference = Decimals.text(pair.meanDifference, 2)
        let error = Decimals.text(pair.standardError, 2)
        var text = "试卷 \(pair.other) 的平均分比试卷 \(pair.reference) 高 \(difference) 分（标准误 \(error)）"
        if pair.meanDifference < 0 {
            text =
                "试卷 \(pair.other) 的平均分比试卷 \(pair.reference) 低 \(Decimals.text(-pair.meanDifference, 2)) 分（标准误 \(error)）"
        }
        if let effect = pair.effect { text += "，相当于 \(Decimals.text(abs(effect), 2)) 个标准差" }
        text += pair.differs ? "，差别超过两倍标准误，两套试卷难度可能不等。" : "，没有超出抽样误差，两套试卷难度可视为相当。"
        if let slope = pair.slope, let intercept = pair.intercept, let shift = pair.largestShift {
            text +=
                "线性等值：\(pair.other) 卷 x 分相当于 \(pair.reference) 卷 \(Decimals.text(slope, 3))·x + \(Decimals.text(intercept, 2)) 分，最大调整 \(Decimals.text(shift, 2)) 分。本场成绩未作等值调整。"
        }
        return .element("p", [:], text)
    }
}

extension ResultList {
    /// What fits on a page of the items of one form.
    static func itemsForReading(_ form: FormAnalysis, _ data: ReportData) -> ResultList {
        ResultList(
            title: "试题分析",
            columns: [
                ("题号", .number), ("题型", .word), ("知识领域", .text), ("难度 p", .number), ("区分度 D", .number),
                ("题总相关", .number),
                ("未答", .number), ("提示", .long),
            ],
            rows: form.items.map { item in
                let known = data.items[item.item]
                return [
                    .count(item.number), .text(known?.type.name.chinese ?? item.section),
                    .text(known?.topic.domain ?? ""), .figure(item.facility, 2), .figure(item.discrimination, 2),
                    .figure(item.itemRest, 2), .count(item.omitted),
                    .text(item.flags.map(\.name.chinese).joined(separator: "；")),
                ]
            })
    }
}
