import ExamModel

extension ScoreReportPage {
    var advancingTeams: [Markup] {
        let list = ResultList.teams(data, [.rank, .team, .city, .total, .counted], advancingOnly: true)
        guard !list.rows.isEmpty else { return [empty("尚无已确定晋级的代表队。")] }
        return [
            lead("前 \(data.rules.advancing) 名的代表队晋级，已确定 \(list.rows.count) 队。"),
            ListTable.markup(list, caption: "晋级代表队及其计分队员"),
        ]
    }

    var honours: [Markup] {
        guard !data.rules.honours.isEmpty else { return [empty("本场考试不设个人称号。")] }
        return data.rules.honours.map { honour in
            let list = ResultList.holders(of: honour, data)
            let scope = honour.excludesAdvancing ? "未晋级代表队队员中的" : "个人成绩的"
            return .element(
                "div", ["class": "honour"],
                [
                    .element("h3", [:], honour.name),
                    lead("取\(scope)前 \(honour.count) 名，已确定 \(list.rows.count) 名。"),
                    list.rows.isEmpty
                        ? empty("尚无已确定的人员。") : ListTable.markup(list, caption: "“\(honour.name)”人员"),
                ])
        }
    }

    var cities: [Markup] {
        [
            lead("细线从最低分到最高分，方框从下四分位到上四分位，框内竖线为中位数。"), BoxPlots(data.figures).markup,
            ListTable.markup(.cities(data), caption: "各市州考试人数、成绩、称号人数与晋级代表队"),
        ]
    }

    var teams: [Markup] {
        let standings = data.standings.teams
        let undecided = data.undecidedTeams
        let marked = standings.indices.map { index in
            (
                index,
                standings[index].advances ? "advances" : undecided.contains(standings[index].team.text) ? "open" : ""
            )
        }
        return [
            ListTable.markup(
                .teams(data, [.rank, .team, .city, .total, .outcome, .why]), caption: "全部代表队的名次与依据",
                emphasis: Dictionary(uniqueKeysWithValues: marked.filter { !$0.1.isEmpty }))
        ]
    }

    var individuals: [Markup] {
        let list = ResultList.individuals(
            data, [.rank, .ticket, .name, .identity, .unit, .team, .total, .honours], limit: individualsShown)
        let all = data.standings.individuals.count
        let scope =
            list.rows.count == all ? "全部 \(all) 人" : "前 \(individualsShown) 名，共 \(list.rows.count) 人（实考 \(all) 人）"
        return [lead("列出\(scope)。"), ListTable.markup(list, caption: "个人成绩与名次")]
    }

    func lead(_ text: String) -> Markup {
        .element("p", ["class": "lead"], text)
    }

    func empty(_ text: String) -> Markup {
        .element("p", ["class": "empty"], text)
    }
}
