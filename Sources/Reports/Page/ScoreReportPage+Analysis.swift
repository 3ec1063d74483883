import ExamModel

extension ScoreReportPage {
    /// Each team's topics as a radar, and all of them as a table.
    var teamTopics: [Markup] {
        let topics = data.figures.topics
        guard !data.figures.teams.isEmpty, !topics.isEmpty else {
            return [empty(data.say("没有可比较的知识领域。", "There are no topics to compare."))]
        }
        let list = ResultList.topics(data, limit: teamsShown)
        let radars = data.figures.teams.prefix(teamsShown).enumerated().map { index, team in
            Radar(team: team, all: topics, number: index + 1, language: data.language).markup
        }
        let names = topics.enumerated().map { "\($0 + 1) \($1.domain)" }.joined(separator: data.say("；", "; "))
        let rest =
            data.figures.teams.count > teamsShown
            ? data.say("只列出名次在前的 \(teamsShown) 队。", " Only the first \(teamsShown) teams are shown.") : ""
        return [
            lead(
                data.say(
                    "各队按名次排列。实线为本队实考队员的得分率，虚线为全体；最外圈为 100%。数字代表知识领域：\(names)。\(rest)",
                    "Teams by rank. The full line is the team's score rate, the dashed line everybody's; the outermost ring is "
                        + "100%. The numbers are topics: \(names).\(rest)")),
            topics.count < Radar.leastTopics ? .nothing : .element("div", ["class": "radars"], radars),
            ListTable.markup(list, caption: data.say("各代表队各知识领域的得分率", "Score rate of each team in each topic")),
        ]
    }

    /// How the paper and its items did.
    var items: [Markup] {
        guard !data.analysis.forms.isEmpty else {
            return [empty(data.say("没有答卷，无从分析。", "There are no sheets to analyse."))]
        }
        return [
            lead(
                data.say(
                    "难度 p 为得分率，越高越容易；区分度 D 为总分最高的 27% 与最低的 27% 在该题得分率之差，界线上同分者按比例计入；题总相关是该题与其余各题总分的相关。"
                        + "图中三角形和表中着色的行是区分度偏低、为负或过难的试题，再用之前应当复核。选项的选择情况见成绩册“选项”表。",
                    "Facility p is the score rate: higher is easier. Discrimination D is the difference of score rates between "
                        + "the upper and the lower 27% by total, equals at the boundary counting in part. Item-rest r "
                        + "correlates the item with the sum of the others. Triangles, and coloured rows, are items that "
                        + "discriminate weakly or the wrong way, or are too hard: look at them before they are used again. "
                        + "The sheet “Options” of the score book tells who chose what."))
        ]
            + data.analysis.forms.flatMap { form in
                [
                    .element("h3", [:], data.say("试卷 \(form.form)", "Form \(form.form)")),
                    ItemMap(form: form, language: data.language).markup,
                    ListTable.markup(
                        .itemsForReading(form, data),
                        caption: data.say(
                            "试卷 \(form.form) 各题的难度、区分度和提示",
                            "Items of form \(form.form): facility, discrimination, remarks"),
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
            .element("h3", [:], data.say("请核对答案的试题", "Items whose key should be checked")),
            lead(
                data.say(
                    "下列试题中，高分组选某个错误选项的比选答案的多。", "The upper group chose a wrong option more often than the key.")),
            ListTable.markup(list, caption: data.say("答案可疑的试题各选项的选择情况", "Who chose what in items with a doubtful key")),
        ]
    }

    /// How far the scores can be trusted.
    var reliability: [Markup] {
        guard !data.analysis.forms.isEmpty else {
            return [empty(data.say("没有答卷，无从分析。", "There are no sheets to analyse."))]
        }
        let cuts: [Markup] =
            data.analysis.cuts.isEmpty
            ? []
            : [
                .element("h3", [:], data.say("线的稳定性", "How firm the cuts are")), lead(cutExplanation),
                ListTable.markup(
                    .cuts(data), caption: data.say("各条线换一套题后的稳定性", "What another paper would do to each cut")),
            ]
        return [
            lead(
                data.say(
                    "信度 α 为克龙巴赫系数（各题只有对错时即 KR-20），越近 1 越可靠；测量标准误是一个人的分数因题目不同而浮动的幅度。",
                    "Reliability α is Cronbach's (KR-20 where items are right or wrong): the nearer to 1 the better. The standard "
                        + "error of measurement is how far one person's total moves from one set of items to another.")),
            ListTable.markup(
                .forms(data), caption: data.say("各套试卷的平均分、标准差和信度", "Mean, deviation and reliability of each form")),
        ] + data.analysis.comparisons.map(comparison) + cuts
    }

    private var cutExplanation: String {
        guard let cut = data.analysis.cuts.first else { return "" }
        let seed = cut.seed.description.prefix(16)
        return data.say(
            "假如换一套同样的题，名次会不会变？从本场试题中每道大题有放回地重抽同样多的题，重算 \(cut.resamples) 次"
                + "（不计同分办法，种子 \(seed)…）。“易位”指线下第一名超过线上最后一名，持平算一半。这只反映选题的偶然，不影响本场结果。",
            "Would places change on another paper of the same kind? As many items were drawn again from each section, with "
                + "replacement, \(cut.resamples) times (without tie-breaks; seed \(seed)…). To change places is for the first "
                + "outside to pass the last inside, equality counting half. It tells of the chance in choosing items and "
                + "changes no result.")
    }

    private func comparison(_ pair: FormComparison) -> Markup {
        let (higher, amount) = (pair.meanDifference >= 0, Decimals.text(abs(pair.meanDifference), 2))
        let error = Decimals.text(pair.standardError, 2)
        let mean = data.say(
            "试卷 \(pair.other) 的平均分比试卷 \(pair.reference) \(higher ? "高" : "低") \(amount) 分（标准误 \(error)）",
            "The mean of form \(pair.other) is \(amount) \(higher ? "higher" : "lower") than that of form \(pair.reference) "
                + "(standard error \(error))")
        let effect = pair.effect.map { effect in
            let size = Decimals.text(abs(effect), 2)
            return data.say("，相当于 \(size) 个标准差", ", \(size) standard deviations")
        }
        let verdict =
            pair.differs
            ? data.say("，差别超过两倍标准误，两套试卷难度可能不等。", ": more than two standard errors, the forms may not be equally hard. ")
            : data.say("，没有超出抽样误差，两套试卷难度可视为相当。", ": within sampling error, the forms can be taken as equally hard. ")
        return .element("p", [:], mean + (effect ?? "") + verdict + equating(pair))
    }

    private func equating(_ pair: FormComparison) -> String {
        guard let slope = pair.slope, let intercept = pair.intercept, let shift = pair.largestShift else { return "" }
        let line = "\(Decimals.text(slope, 3))·x + \(Decimals.text(intercept, 2))"
        let largest = Decimals.text(shift, 2)
        return data.say(
            "线性等值：\(pair.other) 卷 x 分相当于 \(pair.reference) 卷 \(line) 分，最大调整 \(largest) 分。本场成绩未作等值调整。",
            "Linear equating: x marks of form \(pair.other) are \(line) of form \(pair.reference), \(largest) at most. No marks "
                + "were adjusted.")
    }
}

extension ResultList {
    /// What fits on a page of the items of one form.
    static func itemsForReading(_ form: FormAnalysis, _ data: ReportData) -> ResultList {
        ResultList(
            title: data.say("试题分析", "Item analysis"),
            columns: [
                (data.say("题号", "No."), .number), (data.say("题型", "Type"), .word), (data.say("知识领域", "Topic"), .text),
                (data.say("难度 p", "Facility p"), .number), (data.say("区分度 D", "Discrimination D"), .number),
                (data.say("题总相关", "Item-rest r"), .number),
                (data.say("未答", "Omitted"), .number), (data.say("提示", "Remarks"), .long),
            ],
            rows: form.items.map { item in
                let known = data.items[item.item]
                return [
                    .count(item.number), .text(known?.type.name.text(in: data.language) ?? item.section),
                    .text(known?.topic.domain ?? ""), .figure(item.facility, 2), .figure(item.discrimination, 2),
                    .figure(item.itemRest, 2), .count(item.omitted),
                    .text(item.flags.map { $0.name.text(in: data.language) }.joined(separator: data.say("；", "; "))),
                ]
            })
    }
}
