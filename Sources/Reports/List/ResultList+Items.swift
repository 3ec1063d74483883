import ExamModel

extension ResultList {
    /// One row an item of every form, as the question-setting group reads it.
    static func items(_ data: ReportData) -> ResultList {
        ResultList(
            title: data.say("试题分析", "Item analysis"),
            columns: [
                (data.say("试卷", "Form"), .code), (data.say("题号", "No."), .number), (data.say("试题", "Item"), .code),
                (data.say("大题", "Section"), .text), (data.say("题型", "Type"), .word), (data.say("知识领域", "Topic"), .text),
                (data.say("满分", "Full marks"), .number),
                (data.say("难度 p", "Facility p"), .number), (data.say("区分度 D", "Discrimination D"), .number),
                (data.say("题总相关", "Item-rest r"), .number), (data.say("高分组", "Upper 27%"), .number),
                (data.say("低分组", "Lower 27%"), .number),
                (data.say("删后信度", "α without"), .number),
                (data.say("未答", "Omitted"), .number), (data.say("提示", "Remarks"), .long),
            ],
            rows: data.analysis.forms.flatMap { form in
                form.items.map { item in
                    let known = data.items[item.item]
                    return [
                        .text(form.form.text), .count(item.number), .text(item.item.text), .text(item.section),
                        .text(known?.type.name.text(in: data.language) ?? ""), .text(known?.topic.domain ?? ""),
                        .mark(item.full),
                        .figure(item.facility, 3), .figure(item.discrimination, 3), .figure(item.itemRest, 3),
                        .figure(item.upper, 3), .figure(item.lower, 3), .figure(item.alphaWithout, 3),
                        .count(item.omitted),
                        .text(
                            item.flags.map { $0.name.text(in: data.language) }.joined(separator: data.say("；", "; "))),
                    ]
                }
            })
    }

    /// One row an option: who chose it.
    static func options(_ data: ReportData, flaggedOnly: Bool = false) -> ResultList {
        ResultList(
            title: data.say("选项分析", "Options"),
            columns: [
                (data.say("试卷", "Form"), .code), (data.say("题号", "No."), .number), (data.say("选项", "Option"), .code),
                (data.say("内容", "Text"), .long), (data.say("答案", "Key"), .word),
                (data.say("选择人数", "Chosen by"), .number),
                (data.say("占比", "Share"), .number),
                (data.say("高分组", "Upper 27%"), .number), (data.say("低分组", "Lower 27%"), .number),
                (data.say("与其余题相关", "r with rest"), .number),
            ],
            rows: data.analysis.forms.flatMap { form in
                form.items.filter { !flaggedOnly || $0.flags.contains(.distractorAboveKey) }.flatMap { item in
                    item.options.enumerated().map { index, option in
                        let text = data.items[item.item]?.options.first { $0.id == option.option }?.text
                        return [
                            .text(form.form.text), .count(item.number), .text(Item.Option.letter(at: index)),
                            .text(text ?? ""), .text(option.isKey ? "√" : ""), .count(option.chosen),
                            .figure(option.share, 3), .figure(option.upper, 3), .figure(option.lower, 3),
                            .figure(option.rest, 3),
                        ]
                    }
                }
            })
    }

    /// One row a form.
    static func forms(_ data: ReportData) -> ResultList {
        ResultList(
            title: data.say("试卷信度", "Forms"),
            columns: [
                (data.say("试卷", "Form"), .code), (data.say("份数", "Sheets"), .number),
                (data.say("满分", "Full marks"), .number), (data.say("平均分", "Mean"), .number),
                (data.say("标准差", "Std. deviation"), .number), (data.say("最低分", "Lowest"), .number),
                (data.say("最高分", "Highest"), .number),
                (data.say("信度 α", "Reliability α"), .number), (data.say("测量标准误", "Std. error"), .number),
            ],
            rows: data.analysis.forms.map { form in
                [
                    .text(form.form.text), .count(form.sheets), .mark(form.full), .figure(form.mean, 2),
                    .figure(form.deviation, 2), .mark(form.lowest), .mark(form.highest), .figure(form.alpha, 3),
                    .figure(form.standardError, 2),
                ]
            })
    }

    /// One row a cut: would it hold on another paper?
    static func cuts(_ data: ReportData) -> ResultList {
        ResultList(
            title: data.say("线的稳定性", "How firm the cuts are"),
            columns: [
                (data.say("线", "Cut"), .word), (data.say("名额", "Places"), .number),
                (data.say("线上最后", "Last inside"), .text), (data.say("线下第一", "First outside"), .text),
                (data.say("换一套题两者易位的可能", "Chance that they change places on another paper"), .number),
                (data.say("线上者仍在线上的平均比例", "Mean share of those inside who stay inside"), .number),
            ],
            rows: data.analysis.cuts.map { cut in
                [
                    .text(cut.name), .count(cut.places), .text(cut.lastIn), .text(cut.firstOut),
                    .text(Decimals.percent(cut.swapped)), .text(Decimals.percent(cut.held)),
                ]
            })
    }

    /// One row a team, a column for each topic.
    static func topics(_ data: ReportData, limit: Int = .max) -> ResultList {
        let domains = data.figures.topics.map(\.domain)
        return ResultList(
            title: data.say("代表队各知识领域得分率", "Score rates of teams by topic"),
            columns: [(data.say("代表队", "Team"), .text)] + domains.map { ($0, .number) },
            rows: data.figures.teams.prefix(limit).map { team in
                let rates = Dictionary(team.topics.map { ($0.domain, $0.rate) }) { first, _ in first }
                return [.text(team.team.text)]
                    + domains.map { domain in
                        rates[domain].map { .text(Decimals.percent(Double($0.basisPoints) / 10_000)) } ?? .nothing
                    }
            })
    }
}
