import ExamModel

extension ScoreReportPage {
    var advancingTeams: [Markup] {
        let counted: [TeamColumn] = data.rules.countsPeople ? [.counted] : []
        let list = ResultList.teams(data, [.rank, .team, .city, .total] + counted, advancingOnly: true)
        guard data.rules.advancing > 0 || data.rules.host != nil else {
            return [empty(data.say("本场比赛不决定晋级。", "Nobody advances by this contest."))]
        }
        guard !list.rows.isEmpty else {
            return [empty(data.say("尚无已确定晋级的代表队。", "No team is sure to advance yet."))]
        }
        let words = RulesInWords(data).advancement
        return [
            lead(
                data.say(
                    "\(words)已确定 \(list.rows.count) 队。", "\(words) \(list.rows.count) are sure to advance.")),
            ListTable.markup(list, caption: data.say("晋级代表队及其计分队员", "Teams that advance and their counted members")),
        ]
    }

    var honours: [Markup] {
        guard !data.rules.honours.isEmpty else {
            return prizes.isEmpty ? [empty(data.say("不设称号和奖项。", "There are no honours and no prizes."))] : []
        }
        return data.rules.honours.map { honour in
            let list = ResultList.holders(of: honour, data)
            let words = RulesInWords(data).text(for: honour)
            return .element(
                "div", ["class": "honour"],
                [
                    .element("h3", [:], honour.name),
                    lead(
                        data.say(
                            "\(words)已确定 \(list.rows.count) 名。", "\(words) \(list.rows.count) are sure of it.")),
                    list.rows.isEmpty
                        ? empty(data.say("尚无已确定的人员。", "Nobody is sure of it yet."))
                        : ListTable.markup(list, caption: data.say("“\(honour.name)”人员", "People with \(honour.name)")),
                ])
        }
    }

    /// What teams earned by their places.
    var prizes: [Markup] {
        guard let prizes = data.rules.prizes, !prizes.isEmpty else { return [] }
        let list = ResultList.teams(data, [.rank, .team, .city, .total, .prizes], prizesOnly: true)
        return [
            .element("h3", [:], data.say("代表队奖项", "Prizes of teams")),
            lead(RulesInWords(data).prizes),
            list.rows.isEmpty
                ? empty(data.say("尚无已确定的代表队。", "No team is sure of one yet."))
                : ListTable.markup(list, caption: data.say("代表队奖项", "Prizes of teams")),
        ]
    }

    var cities: [Markup] {
        let plots: [Markup] =
            data.figures.cities.contains { $0.spread != nil }
            ? [
                lead(
                    data.say(
                        "细线从最低分到最高分，方框从下四分位到上四分位，框内竖线为中位数。",
                        "The thin line reaches from the lowest to the highest mark, the box from the lower to the upper "
                            + "quartile; the line in it is the median.")),
                BoxPlots(data.figures, data.language).markup,
            ] : []
        return plots + [
            ListTable.markup(
                .cities(data),
                caption: data.say("各市州考试人数、成绩、称号人数与晋级代表队", "People, marks, honours and teams that advance, by city"))
        ] + participation
    }

    /// Who took part, where the rules ask for it.
    private var participation: [Markup] {
        guard let cities = data.standings.cities else { return [] }
        let list = ResultList.participation(cities, data)
        return [
            .element("h3", [:], data.say("参与情况", "Participation")),
            ListTable.markup(list, caption: data.say("各市州参与人数与参与率", "Who took part, by city")),
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
                .teams(data, [.rank, .team, .city, .total] + TeamColumn.outcomes(data.rules) + [.why]),
                caption: data.say("全部代表队的名次与依据", "All teams with their ranks and the reasons"),
                emphasis: Dictionary(uniqueKeysWithValues: marked.filter { !$0.1.isEmpty }))
        ]
    }

    var individuals: [Markup] {
        let list = ResultList.individuals(
            data, [.rank, .ticket, .name, .identity, .unit, .team, .total, .honours], limit: individualsShown)
        let all = data.standings.individuals.count
        let scope =
            list.rows.count == all
            ? data.say("列出全部 \(all) 人。", "All \(all) people.")
            : data.say(
                "列出前 \(individualsShown) 名，共 \(list.rows.count) 人（有成绩的 \(all) 人）。",
                "The first \(individualsShown) ranks, \(list.rows.count) people of \(all) with marks.")
        return [
            lead(scope), ListTable.markup(list, caption: data.say("个人成绩与名次", "Individual results and ranks")),
        ]
    }

    func lead(_ text: String) -> Markup {
        .element("p", ["class": "lead"], text)
    }

    func empty(_ text: String) -> Markup {
        .element("p", ["class": "empty"], text)
    }
}
