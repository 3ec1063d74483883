import ExamModel

extension ResultList {
    /// One row an item of every form, as the question-setting group reads it.
    static func items(_ data: ReportData) -> ResultList {
        ResultList(
            title: "试题分析",
            columns: [
                ("试卷", .code), ("题号", .number), ("试题", .code), ("大题", .text), ("题型", .word), ("知识领域", .text),
                ("满分", .number),
                ("难度 p", .number), ("区分度 D", .number), ("题总相关", .number), ("高分组", .number), ("低分组", .number),
                ("删后信度", .number),
                ("未答", .number), ("提示", .long),
            ],
            rows: data.analysis.forms.flatMap { form in
                form.items.map { item in
                    let known = data.items[item.item]
                    return [
                        .text(form.form.text), .count(item.number), .text(item.item.text), .text(item.section),
                        .text(known?.type.name.chinese ?? ""), .text(known?.topic.domain ?? ""), .mark(item.full),
                        .figure(item.facility, 3), .figure(item.discrimination, 3), .figure(item.itemRest, 3),
                        .figure(item.upper, 3), .figure(item.lower, 3), .figure(item.alphaWithout, 3),
                        .count(item.omitted), .text(item.flags.map(\.name.chinese).joined(separator: "；")),
                    ]
                }
            })
    }

    /// One row an option: who chose it.
    static func options(_ data: ReportData, flaggedOnly: Bool = false) -> ResultList {
        ResultList(
            title: "选项分析",
            columns: [
                ("试卷", .code), ("题号", .number), ("选项", .code), ("内容", .long), ("答案", .word), ("选择人数", .number),
                ("占比", .number),
                ("高分组", .number), ("低分组", .number), ("与其余题相关", .number),
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
            title: "试卷信度",
            columns: [
                ("试卷", .code), ("份数", .number), ("满分", .number), ("平均分", .number), ("标准差", .number), ("最低分", .number),
                ("最高分", .number),
                ("信度 α", .number), ("测量标准误", .number),
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
            title: "线的稳定性",
            columns: [
                ("线", .word), ("名额", .number), ("线上最后", .text), ("线下第一", .text), ("换一套题两者易位的可能", .number),
                ("线上者仍在线上的平均比例", .number),
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
            title: "代表队各知识领域得分率", columns: [("代表队", .text)] + domains.map { ($0, .number) },
            rows: data.figures.teams.prefix(limit).map { team in
                let rates = Dictionary(team.topics.map { ($0.domain, $0.rate) }) { first, _ in first }
                return [.text(team.team.text)]
                    + domains.map { domain in
                        rates[domain].map { .text(Decimals.percent(Double($0.basisPoints) / 10_000)) } ?? .nothing
                    }
            })
    }
}
